import { defineWords } from '../platform/words/register';
import type { Words } from '../platform/words/instants';
import type { BakeryFaults } from './bakery-faults.messages';
import { TASKS } from './bakery.tasks';
import { GATE_ROWS } from './gates.rules';
import { INGREDIENTS } from './products.rules';
import { BAKERY_CHOICES } from './words/choices';
import { ALLERGEN_NAMES, REQUIREMENT_NAMES } from './words/diet';
import { BAKERY_EVENTS } from './words/events';
import { BAKERY_FIELDS } from './words/fields';
import { INTAKE_FAULTS } from './words/intake-faults';
import { CHECKLIST, PHOTO_STEPS } from './words/lists';
import { MAKING_FAULTS } from './words/making-faults';
import { PAPER_FAULTS } from './words/paper-faults';
import { BAKERY_WORK } from './work.rules';

defineWords({
  faults: { ...INTAKE_FAULTS, ...MAKING_FAULTS, ...PAPER_FAULTS, ...GATE_ROWS } satisfies Record<keyof BakeryFaults, Words>,
  events: BAKERY_EVENTS,
  choices: BAKERY_CHOICES,
  fields: BAKERY_FIELDS,
  lists: {
    task: TASKS,
    step: PHOTO_STEPS,
    steps: PHOTO_STEPS,
    item: INGREDIENTS,
    requirement: REQUIREMENT_NAMES,
    requirements: REQUIREMENT_NAMES,
    allergen: ALLERGEN_NAMES,
    lines: CHECKLIST,
    work: BAKERY_WORK,
  },
});
