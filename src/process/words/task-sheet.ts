import type { Words } from '../../platform/words/instants';

/** What stands over the columns of exported tasks. */
export const TASK_SHEET_WORDS = {
  title: { zh: '任务', en: 'Tasks' },
  task: { zh: '任务', en: 'Task' },
  order: { zh: '订单号', en: 'Order' },
  role: { zh: '角色', en: 'Role' },
  assignee: { zh: '负责人', en: 'Assignee' },
  state: { zh: '状态', en: 'State' },
  openedAt: { zh: '开始', en: 'Opened' },
  dueAt: { zh: '截止', en: 'Due' },
  breachedAt: { zh: '超时于', en: 'Late since' },
  closedAt: { zh: '完成', en: 'Closed' },
  rules: { zh: '条款', en: 'Rules' },
} as const satisfies Record<string, Words>;

/** Whether a task waits, was answered, or needs nobody any more. */
export const TASK_STATES = {
  open: { zh: '待处理', en: 'open' },
  done: { zh: '已完成', en: 'done' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const satisfies Record<string, Words>;
