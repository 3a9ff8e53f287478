/** What guards the writes of this page's session. It lives in memory only: whoever reads the browser's storage finds nothing. */
let token = '';
const listeners = new Set<() => void>();

export const csrf = (): string => token;
export const keepCsrf = (csrfToken: string): void => void (token = csrfToken);

/** The session has ended, and whatever waits for it must ask for another. Where there was none there is nothing to tell. */
export function tellSignedOut(): void {
  if (token === '') return;
  token = '';
  for (const hear of listeners) hear();
}

export function onSignedOut(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}
