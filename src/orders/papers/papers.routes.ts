import type { Route } from '../../platform/http/route';
import { readerOf } from '../../process/views';
import { linkedOrder } from '../links/order-link';
import { route } from '../permissions';
import { orderOf, type Services } from '../services';
import { printOrder, showPapers } from './papers';
import { PaperQuery, Papers } from './papers.schema';

/** What is printed of an order. */
export const paperRoutes = (services: Services): Route[] => [
  route({
    key: 'GET /orders/{number}/papers',
    summary: 'What can be printed of an order now and, of what cannot be, why not',
    tag: 'papers',
    status: 200,
    answer: Papers,
    refusals: ['no-such-order'],
    async handle({ params, staff, now, language }) {
      const order = await orderOf(services, params.number, staff.storeId);
      const reader = await readerOf(services, order.storeId, language);
      return { status: 200, body: { items: await showPapers(services, order, now, reader) } };
    },
  }),
  route({
    key: 'GET /orders/{number}/papers/{paper}',
    summary: 'A paper of an order, to be printed',
    notes: 'Refused with every missing field where something that a rule wants on it is not there.',
    tag: 'papers',
    query: PaperQuery,
    status: 200,
    answerType: 'application/pdf',
    refusals: ['no-such-order', 'no-such-paper', 'paper-incomplete'],
    async handle({ params, query, staff, now, language: own }) {
      const order = await orderOf(services, params.number, staff.storeId);
      return printOrder(services, order, { name: params.paper, language: query.language, own, now, byLink: false });
    },
  }),
  route({
    key: 'GET /links/{token}/papers/{paper}',
    summary: 'The confirmation or the receipt of the order that the link shows, in its customer’s language',
    tag: 'links',
    query: PaperQuery,
    status: 200,
    answerType: 'application/pdf',
    refusals: ['no-such-order', 'no-such-paper', 'paper-incomplete'],
    async handle({ params, query, link, now, language: own }) {
      const order = await linkedOrder(services, link);
      return printOrder(services, order, { name: params.paper, language: query.language, own, now, byLink: true });
    },
  }),
];
