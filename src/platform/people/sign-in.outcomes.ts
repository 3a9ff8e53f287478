/** How a try to sign in came out, and what was done to a password beside. */
export const SIGN_IN_OUTCOMES = [
  'signed-in',
  'wrong-password',
  'unknown-login',
  'has-left',
  'password-to-choose',
  'password-changed',
  'password-given',
] as const;
export type SignInOutcome = (typeof SIGN_IN_OUTCOMES)[number];

/** Those that may be somebody's guess. */
export const FAILED_OUTCOMES: readonly SignInOutcome[] = ['wrong-password', 'unknown-login', 'has-left'];
