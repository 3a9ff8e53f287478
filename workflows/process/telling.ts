import type { TaskRow } from '../../src/process/process.messages';
import type { LetterFacts, NoticeTemplate } from '../../src/process/outbox/register.letters';
import type { TaskFacts } from '../../src/process/outbox/facts.letters';
import type { Process } from './process';

/**
 * BAK-08. Tells several of the staff the same, nearest first. Whoever is meant twice (one person may hold two roles) hears it once, as the
 * first of them: the post knows who that is, so each later letter names those told before it.
 */
export function tell<T extends NoticeTemplate>(
  { recorder }: Pick<Process, 'recorder'>,
  recipients: readonly string[],
  template: T,
  facts: (to: string) => LetterFacts[T],
  more: { readonly urgent?: boolean; readonly ruleId?: string } = {},
): void {
  const told = [...new Set(recipients)];
  for (const [place, to] of told.entries()) {
    recorder.notice(to, template, facts(to), { ...more, besides: told.slice(0, place) });
  }
}

/** Whose a task is, as a letter's recipient. */
export const ownerOf = ({ assignee, role }: Pick<TaskRow, 'assignee' | 'role'>): string =>
  assignee ? `staff:${assignee}` : `role:${role}`;

/** What a letter about a task says: which, until when and on what ground, and why and about what (BAK-08). Ids and choices only. */
export const taskFacts = ({ id, kind, dueAt, reason, context }: TaskRow): TaskFacts => ({
  task: id,
  kind,
  dueAt,
  reason,
  ...Object.fromEntries(
    ['why', 'exception', 'type', 'item', 'option', 'template'].flatMap((key) => (context[key] ? [[key, context[key]]] : [])),
  ),
});
