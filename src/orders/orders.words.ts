import { defineWords } from '../platform/words/register';
import type { Words } from '../platform/words/instants';
import type { OrderFaults } from './order-faults.messages';
import { CAPACITY_FIELDS, CAPACITY_SETTINGS } from './words/capacity';
import { CHANGE_FAULTS } from './words/change-faults';
import { ORDER_CHOICES } from './words/choices';
import { ORDER_EVENTS } from './words/events';
import { FIELD_FAULTS } from './words/field-faults';
import { LINK_FAULTS } from './words/link-faults';
import { ORDER_FIELDS } from './words/fields';
import { ACT_NAMES, STATES, WITHDRAWALS } from './words/lists';
import { MONEY_FAULTS } from './words/money-faults';
import { PAPER_FAULTS } from './words/paper-faults';
import { PRODUCT_FIELDS, PRODUCT_SETTINGS } from './words/products';
import { STANDING_FAULTS } from './words/standing-faults';

defineWords({
  faults: { ...FIELD_FAULTS, ...LINK_FAULTS, ...MONEY_FAULTS, ...CHANGE_FAULTS, ...PAPER_FAULTS, ...STANDING_FAULTS } satisfies Record<
    keyof OrderFaults,
    Words
  >,
  events: ORDER_EVENTS,
  choices: ORDER_CHOICES,
  fields: { ...ORDER_FIELDS, ...CAPACITY_FIELDS, ...PRODUCT_FIELDS },
  lists: {
    acts: ACT_NAMES,
    state: STATES,
    from: STATES,
    to: STATES,
    withdrawal: WITHDRAWALS,
    settings: { ...CAPACITY_SETTINGS, ...PRODUCT_SETTINGS },
  },
});
