import { Refusal } from '../../base/refusals';
import { iso } from '../../platform/http/iso';
import type { Route } from '../../platform/http/route';
import { parse } from '../../platform/http/zod-problem';
import { listRoute, route } from './permissions';
import { orderOf, type Services } from '../services';
import { withOrders } from '../show';
import type { DelayCauseRecord } from './delay-causes.repository';
import { evidenceOf, frozenEvidence } from './evidence';
import {
  CodedDelay,
  CountedFigureName,
  EvidencePage,
  EvidenceQuery,
  FigureName,
  FigurePage,
  NewDelayCause,
  ReportQuery,
  ReportView,
} from './reports.schema';
import { FIGURES, type PARTS } from './reports.rules';
import { describe, looking, monthAround, monthOf, showReport, whatWords } from './show-report';

/** BAK-84…87. The figures of the store's months, what is behind each, and to whom a delay is put down. */
export const reportRoutes = (services: Services): Route[] => [
  route({
    key: 'GET /reports',
    summary: 'The figures that there are, and how each is calculated (BAK-84, BAK-85, BAK-86, BAK-87)',
    tag: 'reports',
    status: 200,
    answer: FigurePage,
    handle({ language, now }) {
      const { measures } = looking(now);
      return Promise.resolve({ status: 200, body: { items: FIGURES.map((figure) => describe(figure, measures, language)), next: null } });
    },
  }),
  route({
    key: 'GET /reports/{figure}',
    summary: 'A figure of one month, of the store or of the orders that one person took (BAK-84, BAK-85, BAK-86, BAK-87)',
    notes: 'A month is frozen on the first of the next one; from then on its figures, and what is behind them, stay as they were.',
    tag: 'reports',
    query: ReportQuery,
    status: 200,
    answer: ReportView,
    async handle(call) {
      const { figure } = parse(FigureName, call.params);
      return { status: 200, body: await showReport(services, figure, call.query, call) };
    },
  }),
  evidenceRoute(services),
  codingRoute(services),
];

/** Where an order stands whose delay somebody caused. */
const LATE: ReadonlySet<string | undefined> = new Set<keyof (typeof PARTS)['on-time']>(['late', 'customer-caused']);

const evidenceRoute = (services: Services): Route =>
  listRoute(services, {
    key: 'GET /reports/{figure}/orders',
    summary: 'What is behind a figure, each with its order, the earliest first',
    tag: 'reports',
    query: EvidenceQuery,
    answer: EvidencePage,
    owner: {
      find: ({ params }) => Promise.resolve(parse(CountedFigureName, params).figure),
      nameOf: (figure) => `report/${figure}`,
    },
    sortedBy: { at: Number, id: String },
    async rows({ owner: figure, query, staff, now }, limit, after) {
      const month = await monthOf(services, { staff, now }, query.month);
      const frozen = await services.reports.isFrozen(month);
      const evidence = frozen ? frozenEvidence(figure, month) : evidenceOf(figure, month, looking(now));
      return services.reports.rows(evidence, { part: query.part, person: query.person }, limit, after);
    },
    async views(rows, { owner: figure, language }) {
      const delayed = rows.filter(({ part }) => figure === 'on-time' && LATE.has(part)).map(({ orderNumber }) => orderNumber);
      const coded = await services.delayCauses.lastOf(delayed);
      const names = await services.people.namesOf([...coded.values()].map(({ by }) => by));
      const views = rows.map(({ orderNumber, at, ...row }) => {
        const delay = coded.get(orderNumber);
        return {
          ...row,
          what: whatWords(figure, row.what, language),
          order: orderNumber,
          at: iso(at),
          isDelay: delayed.includes(orderNumber),
          delayCause: delay ? delayCauseView(delay, names) : null,
        };
      });
      return withOrders(services, views, language);
    },
  });

const delayCauseView = ({ cause, note, by, at }: DelayCauseRecord, names: ReadonlyMap<string, string>) => ({
  cause,
  note,
  by: { id: by, name: names.get(by) ?? by },
  at: iso(at),
});

const codingRoute = (services: Services): Route =>
  route({
    key: 'POST /orders/{number}/delay-cause',
    summary: 'Say to whom the delay of an order is put down (BAK-84)',
    notes: 'Also of an order that has ended. The last word counts; what was said before stays on record.',
    tag: 'reports',
    body: NewDelayCause,
    status: 201,
    answer: CodedDelay,
    refusals: ['no-such-order', 'not-in-this-state'],
    async handle({ params, body, staff, now, idFor }) {
      const order = await orderOf(services, params.number, staff.storeId);
      const month = await monthAround(services, staff.storeId, order.deliveryAt);
      const [stands] = await services.reports.rows(evidenceOf('on-time', month, looking(now)), { id: order.number }, 1);
      if (!LATE.has(stands?.part)) throw new Refusal('not-in-this-state', { code: 'not-late' }, { rule: 'BAK-84' });
      const coded = { id: idFor('delay-cause'), orderNumber: order.number, ...body, by: staff.id, at: now };
      await services.delayCauses.add(coded);
      const counts = !(await services.reports.isFrozen(month));
      return { status: 201, body: { order: order.number, ...delayCauseView(coded, new Map([[staff.id, staff.name]])), counts } };
    },
  });
