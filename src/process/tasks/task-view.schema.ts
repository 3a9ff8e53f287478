import { z } from 'zod';
import { DEPARTMENTS } from '../../base/departments';
import { ROLES } from '../../base/roles';
import { Id, InstantOrNull, InstantOut, PageQuery, ReasonView, Sentence, yesOrNo } from '../../base/common.schema';
import { oneLine } from '../../base/text.schema';
import { TASK_DEEDS } from './deeds.rules';
import { TASK_BUCKETS, TASK_SORTS } from './inbox.rules';
import { taskKinds } from './tasks.rules';

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
    rung: z.int().meta({ description: 'How often it was raised for being late (BAK-03)' }),
    nextRung: z
      .strictObject({ at: InstantOut, to: z.strictObject({ id: z.string(), name: z.string() }).nullable() })
      .nullable()
      .meta({
        description: 'When it is raised next and to which position, unless it is answered before; null where it will not be (BAK-03)',
      }),
    state: z.enum(['open', 'done', 'withdrawn']),
    closedAt: InstantOrNull,
    decision: z.boolean().meta({ description: 'Others wait for this yes, no or vote' }),
    atOnce: z.boolean().meta({
      description: 'An answer is given at once or not at all: decisions, votes and money never wait on a device until the shop is reached',
    }),
    may: z.array(z.enum(TASK_DEEDS)).meta({ description: 'What the caller can do with it now (BAK-04)' }),
    candidates: z
      .array(z.strictObject({ id: z.string(), name: z.string() }))
      .optional()
      .meta({ description: 'Of one open task that the caller may hand on: to whom (BAK-04)' }),
    photos: z
      .array(
        z.strictObject({
          step: z.string(),
          title: z.string().meta({ description: "What the step is called, in the caller's language" }),
          taken: z.int().meta({ description: 'How many photos of it there are already' }),
        }),
      )
      .optional()
      .meta({
        description: 'Of one open task: the steps that the caller photographs for it, beside the photos that its answer names (BAK-50)',
      }),
    form: z
      .record(z.string(), z.unknown())
      .meta({ description: 'JSON Schema 2020-12 of the answer; of one open task in the reader’s words, bound to what its order says' }),
    context: z.record(z.string(), z.unknown()).meta({ description: 'What one needs to answer' }),
    answers: z.array(Answered),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof TaskView>;

/** A task as a list has it: without its form, context and answers where only rows were asked for. */
const TaskLine = TaskView.partial({ form: true, context: true, answers: true }).meta({ id: 'TaskLine' });
export type TaskLine = Omit<TaskView, 'form' | 'context' | 'answers'>;
const Counts = z
  .strictObject({ late: z.int(), today: z.int(), later: z.int() })
  .meta({ id: 'TaskCounts', description: 'Of everything that the filters mean but `bucket`; late tasks are not counted under today' });
export const TaskPage = z
  .strictObject({ items: z.array(TaskLine), next: z.string().nullable(), counts: Counts.optional() })
  .meta({ id: 'TaskPage' });

export const TaskQuery = z.strictObject({
  ...PageQuery,
  mine: yesOrNo.meta({ description: 'Only those the caller may answer' }),
  state: z.enum(['open', 'done', 'withdrawn']).optional(),
  order: z.string().max(32).optional(),
  kind: Kind.optional(),
  role: z.enum(ROLES).optional().meta({ description: 'Only those of this role' }),
  assignee: Id.optional().meta({ description: 'Only those of this person; `nobody` for those that are nobody’s' }),
  bucket: z
    .enum(TASK_BUCKETS)
    .optional()
    .meta({ description: 'Only those that are late by now, or due later on the store’s day, or after it or never' }),
  decision: yesOrNo.meta({ description: 'Only those that others wait for a yes, no or vote of' }),
  q: oneLine(100).optional().meta({ description: 'In the number of the order it is about' }),
  sort: z.enum(TASK_SORTS).default('openedAt').meta({ description: 'By which instant, the earliest first; what is never due comes last' }),
  rows: yesOrNo.meta({ description: 'Without form, context and answers' }),
  counts: yesOrNo.meta({ description: 'Also counts what is late, due today and due later' }),
});
export type TaskQuery = z.output<typeof TaskQuery>;

export const Completion = z
  .strictObject({ answer: z.record(z.string(), z.unknown()).meta({ description: 'Shaped as the task’s form' }) })
  .meta({ id: 'Completion' });
/** What a completion that was only tried answers; one that would be refused answers the refusal. */
export const CompletionCheck = z
  .strictObject({ ok: z.literal(true).meta({ description: 'The task would take this answer now' }) })
  .meta({ id: 'CompletionCheck' });
export type CompletionCheck = z.output<typeof CompletionCheck>;
export const Reassignment = z.strictObject({ to: Id, reason: Sentence }).meta({ id: 'Reassignment' });
