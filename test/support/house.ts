import type { BakeryTaskKind } from '../../src/bakery/bakery.tasks';
import type { BAKERY_LETTERS } from '../../src/bakery/letters/index.letters';
import { noticeTemplates } from '../../src/process/outbox/register.letters';
import type { PROCESS_LETTERS } from '../../src/process/process.letters';
import type { PROCESS_TASKS } from '../../src/process/process.tasks';
import { taskKinds } from '../../src/process/tasks/tasks.rules';
import type { PURCHASING_LETTERS } from '../../src/purchasing/purchasing.letters';

// What the chapters of the house bring, without those that a test makes up.

export type HouseTask = BakeryTaskKind | keyof typeof PROCESS_TASKS;
export const houseTasks = (): readonly HouseTask[] => taskKinds() as readonly HouseTask[];

export type HouseLetter = keyof (typeof BAKERY_LETTERS & typeof PROCESS_LETTERS & typeof PURCHASING_LETTERS);
export const houseLetters = (): readonly HouseLetter[] => noticeTemplates() as readonly HouseLetter[];
