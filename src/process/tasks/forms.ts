import { z } from 'zod';
import type { FieldError } from '../../base/faults';
import { createRegister } from '../../base/register';
import type { Call } from '../../platform/http/route';
import type { Services } from '../services';
import { PROCESS_FORMS } from '../process.schema';
import type { TaskRecord } from './task-read.repository';
import type { Answerer } from './task-rights.rules';
import type { AnswerOf, AnswersOf, TaskKind } from './tasks.rules';

/** A request that answers a task. */
interface Answering {
  readonly call: Call;
  readonly task: TaskRecord;
  readonly deputyFor: Answerer['deputyFor'];
}

/** What a form does beside parsing; `Full` is the parsed answer, free text included. */
interface FormChecks<Full> {
  /**
   * What only the records know: that what an answer names exists, and that it says nothing against what is known. What its process allows
   * beyond that, the process itself decides. @param now shop time, epoch ms.
   */
  readonly check?: (services: Services, task: TaskRecord, answer: Full, now: number) => Promise<readonly FieldError[]>;
  /** Sends the answer, by `answerIt`, and deals with what may come of it. */
  readonly around?: (services: Services, asked: Answering, answerIt: () => Promise<void>) => Promise<void>;
}

/**
 * The half of a kind of task that its row has not: what a person sends. The API parses with its schema, and the task's `form` is the JSON
 * Schema of the same object; instants are epoch ms once parsed.
 */
export interface TaskForm<Full = never> extends FormChecks<Full> {
  readonly schema: z.ZodObject;
}

/** Its process must find in a parsed answer all that its row reads, each of that type; a form may have free text besides. */
interface Holding<Answer> {
  readonly schema: z.ZodType<Answer> & { readonly shape: { readonly [F in keyof Answer]-?: unknown } };
}

/** A form for each row of a table; `satisfies` ties the two. */
export type FormsFor<Rows> = { readonly [K in keyof Rows]: TaskForm & Holding<AnswersOf<Rows>[K]> };

/** One kind's form. */
export const defineForm = <S extends z.ZodObject>(
  schema: S,
  checks: FormChecks<z.output<S>> = {},
): FormChecks<z.output<S>> & { readonly schema: S } => ({ schema, ...checks });

const forms = createRegister<TaskForm>('form');

/** Brings a chapter's forms to the house. @throws when another chapter has one of that name. */
export const defineForms = (rows: Readonly<Record<string, TaskForm>>): void => forms.add(rows);
/** The form of a kind. @throws for a kind of which no chapter has one. */
export const answerForm = (kind: TaskKind): TaskForm => forms.get(kind);

/** Whether a field's meta marks it as free text: it stays in Postgres, and the workflow sees the choices only. */
const isFreeText = (schema: unknown): boolean =>
  z.globalRegistry.get(schema as z.ZodType)?.['freeText'] === true || (schema instanceof z.ZodOptional && isFreeText(schema.unwrap()));

/** Takes the free text out of a parsed answer. `text` is null when nobody wrote anything. */
export function splitAnswer<K extends TaskKind>(
  kind: K,
  parsed: Readonly<Record<string, unknown>>,
): { readonly choices: AnswerOf<K>; readonly text: Record<string, unknown> | null } {
  const { shape } = answerForm(kind).schema;
  const given = Object.entries(parsed).filter(([, value]) => value !== undefined);
  const text = given.filter(([field]) => isFreeText(shape[field]));
  const choices = given.filter(([field]) => !isFreeText(shape[field]));
  return { choices: Object.fromEntries(choices) as unknown as AnswerOf<K>, text: text.length > 0 ? Object.fromEntries(text) : null };
}

const shown = new Map<TaskKind, Record<string, unknown>>();

/** The JSON Schema 2020-12 of a kind's answer, as the inbox renders it. */
export function formOf(kind: TaskKind): Record<string, unknown> {
  const known = shown.get(kind);
  if (known) return known;
  const form = z.toJSONSchema(answerForm(kind).schema, { io: 'input', target: 'draft-2020-12' }) as Record<string, unknown>;
  shown.set(kind, form);
  return form;
}

defineForms(PROCESS_FORMS);
