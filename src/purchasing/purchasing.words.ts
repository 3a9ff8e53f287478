import { defineWords } from '../platform/words/register';
import { PURCHASING_EVENTS } from './words/events';
import { PURCHASING_FAULTS } from './words/faults';

const PARTIES = { supplier: { zh: '供应商', en: 'the supplier' } };

defineWords({ faults: PURCHASING_FAULTS, events: PURCHASING_EVENTS, lists: { who: PARTIES, name: PARTIES } });
