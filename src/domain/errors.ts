/**
 * Every way a request can be refused. Codes are public: never reused, never renamed. `docs/problems.md` is generated from this table.
 * `status` is the HTTP status; `title` never varies; what happened this time goes into `detail`.
 */
export const REFUSALS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'invalid-cursor': { status: 400, title: 'The cursor does not belong to this list' },
  'sign-in-required': { status: 401, title: 'Sign in first' },
  'bad-credentials': { status: 401, title: 'Login or password is wrong' },
  'not-allowed': { status: 403, title: 'The caller lacks the role this needs' },
  'csrf-required': { status: 403, title: 'A cookie write needs its X-Levain-Csrf header' },
  'no-such-route': { status: 404, title: 'No such address' },
  'no-such-order': { status: 404, title: 'No such order' },
  'no-such-task': { status: 404, title: 'No such task' },
  'no-such-change': { status: 404, title: 'No such change request' },
  'no-such-exception': { status: 404, title: 'No such exception' },
  'no-such-photo': { status: 404, title: 'No such photo' },
  'no-such-staff': { status: 404, title: 'No such member of staff' },
  'no-such-link': { status: 404, title: 'No such link' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'not-in-this-state': { status: 409, title: 'The order is not in a state that allows this' },
  'change-window-closed': { status: 409, title: 'The change window has closed' },
  'preview-stale': { status: 409, title: 'The facts moved since the preview was made' },
  'too-many-open-changes': { status: 409, title: 'Enough changes are being asked for at the same time' },
  'act-budget-spent': { status: 409, title: 'The order takes only what is needed to end it' },
  'already-answered': { status: 409, title: 'The task has been answered already' },
  'idempotency-key-reused': { status: 409, title: 'This idempotency key belongs to another request' },
  'revision-conflict': { status: 409, title: 'The order has moved on meanwhile' },
  'link-expired': { status: 410, title: 'The link has expired' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported here' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong here' },
  busy: { status: 503, title: 'Too many acts on this order are under way' },
  unavailable: { status: 503, title: 'A part of the service is down' },
} as const satisfies Record<string, { status: number; title: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** One bad field of a request: a JSON pointer and what is wrong with it. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What travels with a refusal beside its code and text. */
export interface RefusalMore {
  /** The rule that says no, e.g. `BAK-36`. */
  readonly rule?: string;
  readonly errors?: readonly FieldError[];
  /** Real seconds after which asking again makes sense, where that is known. */
  readonly retryAfterSeconds?: number;
}

/** A rule, or the door, says no. Caught in two places: `workflows/parts/refusing.ts` and `src/api/problem.ts`. Never carries personal data. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    detail: string,
    readonly more: RefusalMore = {},
  ) {
    super(detail);
    this.name = 'Refusal';
  }
}

export const isRefusalCode = (x: unknown): x is RefusalCode => typeof x === 'string' && Object.hasOwn(REFUSALS, x);
