import { admitsStaff } from '../platform/http/auth';
import { isoOrNull } from '../platform/http/iso';
import type { Call, Route } from '../platform/http/route';
import { listedName } from '../platform/words/register';
import { actRow, deciderOf } from '../process/acts.messages';
import { worded } from '../process/tasks/bound-form';
import { schemaOf } from '../process/tasks/schema-of';
import { ACT_BINDINGS } from './act-forms';
import { StaffActs } from './acts.schema';
import type { OrderRecord } from './order-read.repository';
import { isFinal } from './order-state.rules';
import { route } from './permissions';
import { orderOf, type Services } from './services';
import { STAFF_ACT_NAMES, STAFF_ACTS, type StaffAct } from './staff-acts.rules';

/** Who asks, and how they read. */
type Asking = Pick<Call, 'staff' | 'by' | 'language' | 'now'>;

/** What staff may do with an order beside answering its tasks. `taking` are the routes that take it. */
export function actRoutes(services: Services, taking: readonly Route[]): Route[] {
  /** @throws when no route takes the act. */
  const routeOf = (act: StaffAct): Route => {
    const found = taking.find(({ key }) => key === STAFF_ACTS[act]);
    if (!found) throw new Error(`No route takes ${act}.`);
    return found;
  };
  return [
    route({
      key: 'GET /orders/{number}/acts',
      summary: 'What the caller may do with an order, with the form of each',
      notes:
        'None for an order that has ended. Whether the order takes an act as it stands it says when it is asked, or tried (`?check=1`).',
      tag: 'orders',
      status: 200,
      answer: StaffActs,
      refusals: ['no-such-order'],
      async handle({ params, ...asking }) {
        const order = await orderOf(services, params.number, asking.staff.storeId);
        const acts = isFinal(order.state) ? [] : STAFF_ACT_NAMES.filter((act) => admitsStaff(routeOf(act).permission, asking.staff));
        return { status: 200, body: { items: await Promise.all(acts.map((act) => show(services, order, act, routeOf(act), asking))) } };
      },
    }),
  ];
}

async function show(
  services: Services,
  order: OrderRecord,
  act: StaffAct,
  { body, check }: Route,
  { by, language, now }: Asking,
): Promise<StaffActs['items'][number]> {
  if (!body) throw new Error(`${act} takes no body.`);
  const bound = await ACT_BINDINGS[act](services, order, { language, now });
  return {
    act,
    title: listedName('acts', act, language) ?? act,
    rule: actRow(act).ruleId,
    route: STAFF_ACTS[act],
    check: check !== undefined,
    decidedBy: deciderOf(act, by),
    until: isoOrNull(act === 'requestChange' ? order.changeWindowEndsAt : null),
    form: worded(schemaOf(body), [], { kind: act, language, bound }),
  };
}
