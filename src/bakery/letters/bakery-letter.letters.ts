import type { OrderContext } from '../../orders/letter-context.repository';
import { lettersAbout } from '../../process/outbox/letter.letters';

/** Defines a letter about an order of the bakery that names numbers of the bakery's own rulebook; others are about any order. */
export const defineBakeryLetter = lettersAbout<OrderContext<'bakery'>>('order');
