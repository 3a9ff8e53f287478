import { PROCESS_FIELDS } from './words/fields';
import { defineWords } from '../platform/words/register';
import { PROCESS_TASKS } from './process.tasks';
import { PROCESS_EVENTS } from './words/events';
import { PROCESS_FAULTS } from './words/faults';
import { SETTING_FIELDS, SETTING_HINTS, SETTING_NAMES, LANGUAGE_NAMES, STANDINGS, WEEKDAY_NAMES } from './words/settings';
import { DECISIONS, REPAIR_NAMES, WITHDRAWALS } from './words/tasks';

defineWords({
  faults: PROCESS_FAULTS,
  events: PROCESS_EVENTS,
  choices: { ...DECISIONS, ...REPAIR_NAMES },
  fields: { ...PROCESS_FIELDS, ...SETTING_FIELDS },
  lists: {
    actions: REPAIR_NAMES,
    task: PROCESS_TASKS,
    withdrawal: WITHDRAWALS,
    settings: SETTING_NAMES,
    weekdays: WEEKDAY_NAMES,
    languages: LANGUAGE_NAMES,
    standings: STANDINGS,
    hints: SETTING_HINTS,
  },
});
