import { z } from 'zod';
import { page, PageQuery } from '../base/common.schema';
import { ChangeView, ExceptionView } from './order-acts.schema';
import { ListedOrder } from './order-list.schema';

/** What a store's orders have, listed across them: each as its order lists it, with a row of that order. */

const about = ListedOrder.meta({ description: 'The order, as a row of `GET /orders`' });

/** A change without what it would change: `GET /orders/{number}/changes` has patch and preview. */
const StoreChange = ChangeView.omit({ patch: true, preview: true, previewHash: true }).extend({ about }).meta({ id: 'StoreChange' });
export const StoreChangePage = page(StoreChange, 'StoreChangePage');
/** GET /changes, and those of one order. */
export const ChangeQuery = z.strictObject({
  ...PageQuery,
  state: ChangeView.shape.state.exclude(['draft']).optional().meta({ description: 'Only those in this state' }),
});

const StoreException = ExceptionView.extend({ about }).meta({ id: 'StoreException' });
export const StoreExceptionPage = page(StoreException, 'StoreExceptionPage');
/** GET /exceptions. */
export const StoreExceptionQuery = z.strictObject({
  ...PageQuery,
  state: ExceptionView.shape.state.optional().meta({ description: 'Only those in this state' }),
});
