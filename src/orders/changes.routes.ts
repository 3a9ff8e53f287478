import type { z } from 'zod';
import { ChangeDecision, ChangePage, ChangeView, NewChange } from './order-acts.schema';
import type { ChangeRecord } from './change.repository';
import { Refusal } from '../base/refusals';
import { actWithText } from '../process/act';
import { naming } from '../process/answered';
import { requestChange, tryChange } from './request-change';
import type { Route } from '../platform/http/route';
import { listRoute, route } from './permissions';
import { ofOrder, orderOf, type Services } from './services';
import { ChangeQuery, StoreChangePage } from './in-store.schema';
import { withOrders } from './show';
import { refreshingStale } from './stale-preview';
import { assertFits, roomAfter } from './change-room';
import { ChangeCheck } from './checks.schema';
import { changeCheck } from './checks';
import { changeView } from './views';

async function show(services: Services, changes: readonly ChangeRecord[]): Promise<z.infer<typeof ChangeView>[]> {
  const names = await services.people.namesOf(
    changes.flatMap(({ requestedBy, decidedBy }) => [requestedBy.id, decidedBy?.id].filter((id) => id !== undefined)),
  );
  const words = await services.texts.findMany(
    changes.flatMap(({ textId, decisionTextId }) => [textId, decisionTextId].filter((id) => id !== null)),
  );
  return changes.map((change) => changeView(change, names, words));
}

/** Change requests (BAK-36…38): asked for, previewed, decided by the store manager. */
export const changeRoutes = (services: Services): Route[] => [...askingRoutes(services), storeRoute(services), decisionRoute(services)];

const storeRoute = (services: Services): Route =>
  listRoute(services, {
    key: 'GET /changes',
    summary: 'The changes asked for in the store, oldest first',
    tag: 'changes',
    query: ChangeQuery,
    answer: StoreChangePage,
    sortedBy: { requestedAt: Number, id: String },
    rows: ({ query, staff }, limit, after) => services.changes.listInStore({ ...query, storeId: staff.storeId }, limit, after),
    async views(changes, { language }) {
      const views = await show(services, changes);
      return withOrders(
        services,
        views.map(({ patch: _patch, preview: _preview, previewHash: _hash, ...view }) => view),
        language,
      );
    },
  });

function askingRoutes(services: Services): Route[] {
  return [
    route({
      key: 'POST /orders/{number}/changes',
      summary: 'Ask for a change (BAK-36)',
      tag: 'changes',
      body: NewChange,
      status: 201,
      answer: ChangeView,
      check: ChangeCheck,
      refusals: [
        'no-such-order',
        'no-such-exception',
        'not-in-this-state',
        'change-window-closed',
        'day-full',
        'preview-stale',
        'act-budget-spent',
        'busy',
        'unavailable',
      ],
      async handle(call) {
        const order = await orderOf(services, call.params.number, call.staff.storeId);
        if (call.check) return { status: 200, body: changeCheck(order, await tryChange(services, call, order, call.body)) };
        const change = await requestChange(services, call, order, call.body);
        const [view] = await show(services, [change]);
        return { status: 201, body: view };
      },
    }),
    listRoute(services, {
      key: 'GET /orders/{number}/changes',
      summary: 'The changes asked for, oldest first',
      tag: 'changes',
      query: ChangeQuery,
      answer: ChangePage,
      owner: ofOrder(services),
      sortedBy: { requestedAt: Number, id: String },
      rows: ({ owner: order, query }, limit, after) => services.changes.list(order.number, query.state, limit, after),
      views: (changes) => show(services, changes),
    }),
  ];
}

const decisionRoute = (services: Services): Route =>
  route({
    key: 'POST /orders/{number}/changes/{id}/decision',
    summary: 'Approve or reject a change (BAK-37)',
    tag: 'changes',
    body: ChangeDecision,
    status: 200,
    answer: ChangeView,
    refusals: [
      'no-such-order',
      'no-such-change',
      'day-full',
      'preview-stale',
      'already-answered',
      'not-in-this-state',
      'act-budget-spent',
      'busy',
      'unavailable',
    ],
    async handle(call) {
      const { decision, reason, previewHash } = call.body;
      const order = await orderOf(services, call.params.number, call.staff.storeId);
      const change = await services.changes.find(call.params.id);
      if (!change || change.orderNumber !== order.number || change.state === 'draft') {
        throw new Refusal('no-such-change', { code: 'no-change-of-order' });
      }
      if (decision === 'approve' && change.state === 'pending')
        assertFits(await roomAfter(services, order, change.facts, call.now), '/decision');
      await refreshingStale(services, call, order.number, change.id, () =>
        actWithText(services, call, order, { reason }, (said, desk) =>
          desk.decideChange(order.number, call.key, { ...said, changeId: change.id, decision, previewHash }),
        ),
      ).catch(async (error: unknown) => {
        throw await naming(services, error);
      });
      const decided = await services.changes.find(change.id);
      const [view] = await show(services, decided ? [decided] : []);
      return { status: 200, body: view };
    },
  });
