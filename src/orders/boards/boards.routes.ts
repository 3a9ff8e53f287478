import type { Route } from '../../platform/http/route';
import { route } from '../permissions';
import type { Services } from '../services';
import { BriefQuery, DateQuery, DayBoard, DeliveryBoard, KitchenBoard, KitchenQuery, StageBoard } from './boards.schema';
import { briefPaper } from './brief-paper';
import { dayBoard } from './day';
import { deliveryBoard } from './deliveries';
import { kitchenBoard } from './kitchen';
import { stageBoard } from './stages';

/** What hangs on the shop's walls: a day's work, read whole and sorted by promise, never by age. */
export const boardRoutes = (services: Services): Route[] => [
  route({
    key: 'GET /boards/kitchen',
    summary: 'What the kitchen or one of its benches has to do by the end of a day',
    tag: 'boards',
    query: KitchenQuery,
    status: 200,
    answer: KitchenBoard,
    handle: async (call) => ({ status: 200, body: await kitchenBoard(services, call, call.query) }),
  }),
  route({
    key: 'GET /boards/deliveries',
    summary: 'What is brought to customers on a day, and what they come for',
    tag: 'boards',
    query: DateQuery,
    status: 200,
    answer: DeliveryBoard,
    handle: async (call) => ({ status: 200, body: await deliveryBoard(services, call, call.query.date) }),
  }),
  route({
    key: 'GET /boards/day',
    summary: 'The brief of a day: its orders, what is watched of them, what is late, and who is away (BAK-42, BAK-43)',
    tag: 'boards',
    query: DateQuery,
    status: 200,
    answer: DayBoard,
    handle: async (call) => ({ status: 200, body: await dayBoard(services, call, call.query.date) }),
  }),
  route({
    key: 'GET /boards/day/paper',
    summary: 'The same on a sheet of paper, for the meeting (BAK-43)',
    tag: 'boards',
    query: BriefQuery,
    status: 200,
    answerType: 'application/pdf',
    async handle({ query: { date, language }, ...call }) {
      return briefPaper(services, { ...call, language: language ?? call.language }, date);
    },
  }),
  route({
    key: 'GET /boards/stages',
    summary: 'Where every order stands that has not arrived',
    tag: 'boards',
    status: 200,
    answer: StageBoard,
    handle: async (call) => ({ status: 200, body: await stageBoard(services, call) }),
  }),
];
