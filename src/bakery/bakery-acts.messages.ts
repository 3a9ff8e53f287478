import { id, oneOf, orNull, shape } from '../base/read';
import type { ChooseAlternative } from '../orders/order.messages';
import { said } from '../process/act-readers.messages';
import type { ActRows } from '../process/acts.messages';
import { ALTERNATIVE_IDS } from './alternatives.rules';

/** What an order of the bakery can be asked beside what all orders can. */
export interface BakeryActs {
  chooseAlternative: ChooseAlternative;
}
declare module '../process/acts.messages' {
  interface ActMessages extends BakeryActs {}
}

/** BAK-04. The acts of a bakery's order. */
export const BAKERY_ACTS = {
  chooseAlternative: {
    update: 'chooseAlternative',
    roles: [],
    parties: ['customer'],
    ruleId: 'BAK-60',
    purse: 'spare',
    read: shape<ChooseAlternative>({ ...said, exceptionId: id, option: orNull(oneOf(...ALTERNATIVE_IDS)) }),
  },
} as const satisfies ActRows<BakeryActs>;
