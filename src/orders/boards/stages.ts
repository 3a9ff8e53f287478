import type { Services } from '../services';
import { STAGE_COLUMN_NAMES } from '../words/lists';
import { STAGE_COLUMN_IDS } from './boards.rules';
import type { StageBoard } from './boards.schema';
import { latenessAmong, onlookerOf, type BoardCall } from './on-board';
import { boardOrders } from './show-boards';

/** Where every order stands that has not arrived. A state follows from steps, so that nobody moves an order here. */
export async function stageBoard(services: Services, call: BoardCall): Promise<StageBoard> {
  const { storeId } = call.staff;
  const onlooker = await onlookerOf(services, call);
  const placed = await services.boards.inColumns(storeId);
  const orders = await services.orders.findMany(placed.map(({ number }) => number));
  const orderView = await boardOrders(services, storeId, onlooker);
  const lateOf = await latenessAmong(services, [...orders.values()], call.now);
  return {
    columns: STAGE_COLUMN_IDS.map((id) => {
      const here = placed.filter(({ column }) => column === id);
      return {
        id,
        title: STAGE_COLUMN_NAMES[id][onlooker.language],
        total: here[0]?.total ?? 0,
        orders: here.flatMap(({ number }) => {
          const order = orders.get(number);
          if (!order) return [];
          const { allergens: _allergens, requirements: _requirements, ...card } = orderView(order);
          return [{ ...card, late: lateOf(order) }];
        }),
      };
    }),
  };
}
