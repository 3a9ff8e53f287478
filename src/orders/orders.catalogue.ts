import { defineCatalogue, entriesOf } from '../process/catalogue/register';
import { CAUSES, COSTS, EXCEPTIONS, METHODS } from './words/choices';
import { DELAY_CAUSE_NAMES } from './words/figures';
import { AGE_NAMES, CHANNEL_NAMES, DELIVERY_METHODS, OCCASIONS, OVERLAY_NAMES, STAGE_NAMES, STATES, URGENCIES } from './words/lists';

defineCatalogue({
  states: entriesOf(STATES),
  stages: entriesOf(STAGE_NAMES),
  overlays: entriesOf(OVERLAY_NAMES),
  exceptionTypes: entriesOf(EXCEPTIONS),
  cancellationCauses: entriesOf(CAUSES),
  paymentMethods: entriesOf({ ...METHODS, other: EXCEPTIONS.other }),
  costs: entriesOf(COSTS),
  receivableAges: entriesOf(AGE_NAMES),
  delayCauses: entriesOf(DELAY_CAUSE_NAMES),
  channels: entriesOf(CHANNEL_NAMES),
  occasions: entriesOf(OCCASIONS),
  urgencies: entriesOf(URGENCIES),
  deliveryMethods: entriesOf(DELIVERY_METHODS),
});
