import { defineWords } from '../platform/words/register';
import { PURCHASING_EVENTS } from './words/events';
import { PURCHASING_FAULTS } from './words/faults';
import { SUPPLIER_CHANNELS, SUPPLIER_FIELDS, SUPPLIER_SETTINGS } from './words/suppliers';

const PARTIES = { supplier: { zh: '供应商', en: 'the supplier' } };

defineWords({
  faults: PURCHASING_FAULTS,
  events: PURCHASING_EVENTS,
  fields: SUPPLIER_FIELDS,
  lists: { who: PARTIES, name: PARTIES, settings: SUPPLIER_SETTINGS, channel: SUPPLIER_CHANNELS },
});
