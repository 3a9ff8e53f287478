import { z } from 'zod';
import { Refusal } from '../../base/refusals';
import type { Route } from '../../platform/http/route';

/** What whoever acts by link may be answered beside what the act itself refuses. */
export const LINK_ACT_REFUSALS = ['not-in-this-state', 'already-answered', 'act-budget-spent', 'busy', 'unavailable'] as const;

/** What an act by link answers when it has been heard, or had been before. */
export const LinkAccepted = z.strictObject({ accepted: z.literal(true) }).meta({ id: 'LinkAccepted' });
export const ACCEPTED = { status: 200, body: { accepted: true } } as const;

/** What somebody outside the shop hears of an act that came too late: no word of who was first, for that may be a member of staff. */
function plainly(error: unknown): never {
  if (error instanceof Refusal && error.code === 'already-answered')
    throw new Refusal(error.code, { code: 'answered-already' }, error.more.rule ? { rule: error.more.rule } : {});
  throw error;
}
/** A route whose refusals name nobody. */
export const namingNobody = (open: Route): Route => ({ ...open, handle: (call) => open.handle(call).catch(plainly) });
