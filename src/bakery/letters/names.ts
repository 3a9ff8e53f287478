import '../../orders/letters/names';
import { ALLERGEN_NAMES, REQUIREMENT_NAMES } from '../words/diet';
import { SIZE_UNITS } from '../words/sizes';
import { defineNames, type TwoNames } from '../../process/outbox/names';
import { ALTERNATIVES } from '../alternatives.rules';
import type { CallReason } from '../../orders/calls.messages';
import { INGREDIENTS, PRODUCTS } from '../products.rules';

/** BAK-08. Why the customer is to be telephoned, for whoever telephones. */
const why: Readonly<Record<CallReason, TwoNames>> = {
  undeliverable: {
    zh: '发给顾客的通知（{letter}）未能送达，请电话告知。',
    en: 'A letter to the customer ({letter}) could not be delivered; please tell them.',
  },
  'letter-late': {
    zh: '确认函一小时内未能送达，请电话告知并核对。',
    en: 'The confirmation letter was not delivered within an hour; please tell the customer and go through it.',
  },
  'details-unconfirmed': {
    zh: '顾客未答复《温馨提示》，请核对交付时间、地址和收件人。',
    en: 'The customer has not answered the warm reminder; please check delivery hour, address and recipient.',
  },
  alternatives: {
    zh: '原料缺货，顾客十二小时内未答复备选方案，请询问其选择。',
    en: 'An ingredient has run out and the customer has not answered the alternatives within 12 hours; please ask what they choose.',
  },
  'alternative-chosen': {
    zh: '顾客已选定备选方案（{option}），请商定细节并提出调整申请。',
    en: 'The customer has chosen an alternative ({option}); please settle the particulars and ask for the change.',
  },
  'change-wanted': {
    zh: '店长决定调整订单，请与顾客商定内容并提出调整申请。',
    en: 'The store manager wants the order changed; please agree it with the customer and ask for the change.',
  },
};

defineNames({
  product: PRODUCTS,
  item: INGREDIENTS,
  requirement: REQUIREMENT_NAMES,
  allergen: ALLERGEN_NAMES,
  option: ALTERNATIVES,
  unit: SIZE_UNITS,
  why,
});
