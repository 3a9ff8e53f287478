/** What the browser asks whenever text is about to become markup. TypeScript's list of browser features does not have it yet. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { readonly createHTML: (text: string) => string | null }): unknown;
}

/**
 * Text never becomes markup here. The one exception is no text at all: react-aria empties what it has read aloud (`innerHTML = ''`), which
 * the page's policy would refuse, and with it whatever was being done.
 */
(window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });
