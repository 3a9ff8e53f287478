import { createListeners } from '../listeners';

/** The session of this page. What guards its writes lives in memory only: whoever reads the browser's storage finds nothing. */
interface Session {
  readonly csrf: string;
  readonly staffId: string;
}
let session: Session | null = null;
const { listen, tell } = createListeners();

export const csrf = (): string => session?.csrf ?? '';
/** Whose session it is; null while nobody is signed in. */
export const signedInAs = (): string | null => session?.staffId ?? null;
export const keepSession = (begun: Session): void => void (session = begun);

/** The session has ended, and whatever waits for it must ask for another. Where there was none there is nothing to tell. */
export function tellSignedOut(): void {
  if (session === null) return;
  session = null;
  tell();
}

export const onSignedOut = listen;
