import { defineWords } from '../platform/words/register';
import { PURCHASING_EVENTS } from './words/events';
import { PURCHASING_FAULTS } from './words/faults';

defineWords({ faults: PURCHASING_FAULTS, events: PURCHASING_EVENTS });
