import type { RefusalCode } from '../../base/refusals';

/** When each refusal happens and what a program does about it: the words of `docs/problems.md` and of `/problems/<code>`; what people do is `REMEDIES`. */
export const PROBLEM_NOTES = {
  'invalid-request': {
    when: 'A field is missing, unknown or wrong, the body is not JSON, or a rule of the order’s form is broken. `errors` points at each field; `rule` names the rule when there is one.',
    remedy: 'Correct the fields and send the request again. The same Idempotency-Key may be used: nothing was done.',
  },
  'invalid-cursor': {
    when: 'The `cursor` is damaged, or belongs to another list.',
    remedy: 'Read the list from its beginning, without a cursor.',
  },
  'sign-in-required': {
    when: 'There is no session, or it has ended: twelve hours after sign-in, or two hours after its last use.',
    remedy: 'Sign in with `POST /api/v1/sessions`.',
  },
  'bad-credentials': {
    when: 'Nobody active has this login with this password.',
    remedy: 'Try again; after ten failures wait five minutes.',
  },
  'password-change-required': {
    when: 'The password is a temporary one, which somebody else gave. There is no session yet.',
    remedy: 'Send `POST /api/v1/sessions` once more with a `newPassword`.',
  },
  'not-allowed': {
    when: 'The caller is known, but holds none of the roles this needs, which `detail` names; or does not know what a correction by link asks for.',
    remedy: 'Ask somebody who holds the role; by link, call the shop.',
  },
  'csrf-required': {
    when: 'A write came with the session cookie and without its `X-Levain-Csrf`.',
    remedy: 'Read the value from `GET /api/v1/sessions/current` and send it, or use the Bearer token.',
  },
  'no-such-route': { when: 'Nothing lives at this address.', remedy: 'Look it up at `/docs`.' },
  'no-such-order': { when: 'The caller’s store has no order of this number.', remedy: 'Check the number.' },
  'no-such-task': { when: 'The caller’s store has no such task, or it belongs to another order.', remedy: 'Read the inbox again.' },
  'no-such-change': { when: 'The order has no change request of this id.', remedy: 'Read the order’s changes again.' },
  'no-such-exception': { when: 'The order has no exception of this id.', remedy: 'Read the order’s exceptions again.' },
  'no-such-photo': { when: 'The caller’s store has no photo of this id.', remedy: 'Check the id.' },
  'no-such-entry': { when: 'The setting of the caller’s store has no entry of this id.', remedy: 'Read the setting again.' },
  'no-such-paper': { when: 'Nothing of that name is printed of such an order.', remedy: 'Read `GET /api/v1/orders/{number}/papers`.' },
  'no-such-staff': { when: 'Nobody active in the store has this id.', remedy: 'Read `GET /api/v1/staff`.' },
  'no-such-link': {
    when: 'The link was not issued here, is incomplete, or does not allow this.',
    remedy: 'Copy the whole link from the letter, or ask the shop for a new one.',
  },
  'method-not-allowed': { when: 'The address exists, but not under this method.', remedy: 'Use one of the methods in `Allow`.' },
  'not-in-this-state': {
    when: 'The order, task or request is past this step, or not there yet.',
    remedy: 'Read the order again and decide anew.',
  },
  'change-window-closed': {
    when: 'A change was asked for after the window of BAK-36 closed.',
    remedy: 'The shop can still cancel, or agree on something outside the system.',
  },
  'day-full': {
    when: 'What an order takes of a kind of work is more than is free on the day on which it falls (BAK-29). `alternatives` are promises, or in a review planned starts, that would fit.',
    remedy:
      'Offer one of the alternatives, or take it as a rush order, which the production supervisor decides; in a feasibility review, say in `overCapacity` how the day is made to hold it.',
  },
  'preview-stale': {
    when: 'Something the preview of a change was computed from has moved. `detail` carries the hash of the fresh preview.',
    remedy: 'Read the change again, look at its new preview, and decide with the new hash.',
  },
  'too-many-open-changes': {
    when: 'The customer asks for a change while two others that they asked for are still to be decided.',
    remedy: 'Wait until the shop has decided one of them, or telephone the shop.',
  },
  'act-budget-spent': {
    when: 'So much was done to this order that the rest of what its workflow can take is kept for ending it (docs/operations.md).',
    remedy: 'Answer its open tasks, or have the store manager cancel it; what goes beyond that belongs into a new order.',
  },
  'paper-incomplete': {
    when: 'Something is missing that a rule wants on the paper. `errors` names each: where it should stand, and what is wrong there.',
    remedy: 'Fill in what is missing, then ask again.',
  },
  'already-answered': {
    when: 'Somebody answered the task before, or the act says what stands already. `detail` says which.',
    remedy: 'Nothing; read the task to see the answer.',
  },
  'idempotency-key-reused': {
    when: 'The Idempotency-Key was sent with another request within 24 hours.',
    remedy: 'Use a new key for a new request.',
  },
  'revision-conflict': { when: 'Somebody has changed it since it was read.', remedy: 'Read it again and decide anew.' },
  'link-expired': { when: 'The link’s time is over, or the shop has revoked it.', remedy: 'Ask the shop for a new one.' },
  'too-large': {
    when: 'The body is over 100 KB, or the photo over 15 MB or 50 megapixels.',
    remedy: 'Send less, or a smaller photo: `errors` says what is too large.',
  },
  'unsupported-media-type': {
    when: 'The body is not of the type this address takes, or not UTF-8, or the photo is not a JPEG, PNG or WebP picture (HEIC only where it can be decoded), or the file of one that is asked for is damaged.',
    remedy:
      'Send JSON as `application/json`, and photos as `multipart/form-data`; a HEIC photo as JPEG. A damaged file is restored from a backup (docs/operations.md).',
  },
  'too-many-requests': {
    when: 'Too many sign-ins failed, too many calls came by link from one address, or a link has acted as often as it may on one store day.',
    remedy: 'Wait as long as `Retry-After` says.',
  },
  internal: {
    when: 'Something broke that should not.',
    remedy: 'Give the operators the `requestId`; try again later with the same Idempotency-Key.',
  },
  busy: {
    when: 'Ten acts on this order are under way. Nothing was done.',
    remedy: 'Try again after `Retry-After` with the same Idempotency-Key.',
  },
  unavailable: {
    when: 'Temporal or Postgres does not answer.',
    remedy: 'Try again after `Retry-After` with the same Idempotency-Key: it is done once.',
  },
} as const satisfies Record<RefusalCode, { readonly when: string; readonly remedy: string }>;
