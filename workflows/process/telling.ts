import type { TaskRow } from '../../src/contracts/order';
import type { NoticeTemplate } from '../../src/letters';
import type { Process } from './process';

/**
 * BAK-08. Tells several of the staff the same, nearest first. Whoever is meant twice (one person may hold two roles) hears it once, as the
 * first of them: the post knows who that is, so each later letter names those told before it.
 */
export function tell(
  { recorder }: Pick<Process, 'recorder'>,
  recipients: readonly string[],
  template: NoticeTemplate,
  facts: (to: string) => Readonly<Record<string, unknown>>,
  more: { readonly urgent?: boolean; readonly ruleId?: string } = {},
): void {
  const told = [...new Set(recipients)];
  for (const [place, to] of told.entries()) {
    const besides = told.slice(0, place);
    recorder.notice(to, template, { ...facts(to), ...(besides.length > 0 && { besides }) }, more);
  }
}

/** Whose a task is, as a letter's recipient. */
export const ownerOf = ({ assignee, role }: Pick<TaskRow, 'assignee' | 'role'>): string =>
  assignee ? `staff:${assignee}` : `role:${role}`;

/** What a letter about a task says: which, until when and on what ground, and why and about what (BAK-08). Ids and choices only. */
export const taskFacts = ({ id, kind, dueAt, reason, context }: TaskRow): Record<string, unknown> => ({
  task: id,
  kind,
  dueAt,
  reason,
  ...Object.fromEntries(
    ['why', 'exception', 'type', 'item', 'option', 'template'].flatMap((key) => (context[key] ? [[key, context[key]]] : [])),
  ),
});
