import type { Call } from '../../platform/http/route';
import type { Cell, Column, Sheet } from '../../platform/sheets/sheet';
import { ROLE_NAMES } from '../../platform/words/names';
import type { Services } from '../services';
import type { Names } from '../views';
import { TASK_SHEET_WORDS, TASK_STATES } from '../words/task-sheet';
import type { TaskRecord } from './task-read.repository';
import { taskRule } from './tasks.rules';

interface TaskColumn {
  readonly word: keyof typeof TASK_SHEET_WORDS;
  readonly kind: Column['kind'];
  readonly of: (task: TaskRecord, language: Call['language'], names: Names) => Cell;
}
const column = (word: TaskColumn['word'], kind: TaskColumn['kind'], of: TaskColumn['of']): TaskColumn => ({ word, kind, of });

const COLUMNS: readonly TaskColumn[] = [
  column('task', 'text', ({ kind }, language) => taskRule(kind)[language]),
  column('order', 'text', ({ aboutOrder }) => aboutOrder),
  column('role', 'text', ({ role }, language) => ROLE_NAMES[role][language]),
  column('assignee', 'text', ({ assignee }, _language, names) => assignee && (names.get(assignee) ?? assignee)),
  column('state', 'text', ({ state }, language) => TASK_STATES[state][language]),
  column('openedAt', 'instant', ({ openedAt }) => openedAt),
  column('dueAt', 'instant', ({ dueAt }) => dueAt),
  column('breachedAt', 'instant', ({ breachedAt }) => breachedAt),
  column('closedAt', 'instant', ({ closedAt }) => closedAt),
  column('rules', 'text', ({ ruleIds }) => ruleIds.join(' ')),
];

/** Tasks as rows and columns. */
export const taskSheet = async (services: Services, { staff, language }: Pick<Call, 'staff' | 'language'>): Promise<Sheet<TaskRecord>> => ({
  title: TASK_SHEET_WORDS.title[language],
  calendar: await services.calendars.calendarOf(staff.storeId),
  columns: COLUMNS.map(({ word, kind }) => ({ head: TASK_SHEET_WORDS[word][language], kind })),
  async cells(tasks) {
    const names = await services.people.namesOf(tasks.flatMap(({ assignee }) => assignee ?? []));
    return tasks.map((task) => COLUMNS.map(({ of }) => of(task, language, names)));
  },
});
