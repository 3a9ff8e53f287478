import { textIn } from '../../address';
import type { TaskFilter } from '../../api/queries';

/** What the address says of the page: which tasks, which of them is open, and what is looked for. */
export interface TasksSearch {
  readonly view?: TaskView;
  readonly task?: string;
  readonly q?: string;
}
export const TASK_VIEWS = ['mine', 'all', 'done'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

/** What stands in an address, as far as it means something. */
export function readTasksSearch(given: Readonly<Record<string, unknown>>): TasksSearch {
  const view = TASK_VIEWS.find((one) => one === given['view']);
  const [task, q] = [textIn(given, 'task'), textIn(given, 'q')];
  return { ...(view !== undefined && view !== 'mine' && { view }), ...(task !== undefined && { task }), ...(q !== undefined && { q }) };
}

const FILTERS = {
  mine: { mine: 'true', state: 'open' },
  all: { state: 'open' },
  done: { mine: 'true', state: 'done' },
} as const satisfies Record<TaskView, TaskFilter>;

/** What the API is asked for. */
export const filterOf = ({ view = 'mine', q }: TasksSearch): TaskFilter => ({ ...FILTERS[view], ...(q !== undefined && { q }) });
