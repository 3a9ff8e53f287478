import { z } from 'zod';
import { DEPARTMENTS } from '../../base/departments';
import { ROLES } from '../../base/roles';
import { taskKinds } from './tasks.rules';
import { Id, InstantOrNull, InstantOut, page, PageQuery, ReasonView, Sentence } from '../../base/common.schema';

/** Chapters bring their kinds after this file is loaded. */
const Kind = z.lazy(() => z.enum(taskKinds()));

const Answered = z.strictObject({
  by: z.strictObject({ kind: z.string(), id: z.string().optional(), name: z.string().optional(), via: z.string() }),
  at: InstantOut,
  choices: z.record(z.string(), z.unknown()),
  text: z.record(z.string(), z.unknown()).optional(),
});

/** One human step, as the inbox shows it. */
export const TaskView = z
  .strictObject({
    id: z.string(),
    kind: Kind,
    title: z.string(),
    order: z.string().nullable().meta({ description: 'The order that its process is about; null where it is about none' }),
    role: z.enum(ROLES),
    assignee: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    department: z.enum(DEPARTMENTS).nullable().meta({ description: 'Whose clock it is, where a regulation names a department' }),
    openedAt: InstantOut,
    startedAt: InstantOut.meta({ description: 'When its clock began, which may be before it was opened' }),
    dueAt: InstantOrNull,
    firstDueAt: InstantOrNull.meta({ description: 'The deadline without any extension' }),
    pausedSince: InstantOrNull.meta({ description: 'The clock stands since then; null while it runs' }),
    pausedMs: z.int().meta({ description: 'How long it stood in pauses that are over, ms; its deadlines have moved by as much' }),
    because: z.string().nullable(),
    reason: ReasonView.nullable(),
    ruleIds: z.array(z.string()),
    breachedAt: InstantOrNull,
    rung: z.int(),
    state: z.enum(['open', 'done', 'withdrawn']),
    closedAt: InstantOrNull,
    form: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema 2020-12 of the answer' }),
    context: z.record(z.string(), z.unknown()).meta({ description: 'What one needs to answer' }),
    answers: z.array(Answered),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof TaskView>;
export const TaskPage = page(TaskView, 'TaskPage');

export const TaskQuery = z.strictObject({
  ...PageQuery,
  mine: z.enum(['true', 'false']).optional().meta({ description: 'Only those the caller may answer' }),
  state: z.enum(['open', 'done', 'withdrawn']).optional(),
  order: z.string().max(32).optional(),
  kind: Kind.optional(),
});
export type TaskQuery = z.output<typeof TaskQuery>;

export const Completion = z
  .strictObject({ answer: z.record(z.string(), z.unknown()).meta({ description: 'Shaped as the task’s form' }) })
  .meta({ id: 'Completion' });
export const Reassignment = z.strictObject({ to: Id, reason: Sentence }).meta({ id: 'Reassignment' });
