import type { z } from 'zod';
import type { FieldError } from '../../base/faults';
import type { Call } from '../../platform/http/route';
import type { Tongue } from '../../platform/words/instants';
import type { Services } from '../services';
import type { TaskRecord } from './task-read.repository';
import type { Answerer } from './task-rights.rules';
import type { AnswersOf } from './tasks.rules';

/** A request that answers a task. */
interface Answering {
  readonly call: Call;
  readonly task: TaskRecord;
  readonly deputyFor: Answerer['deputyFor'];
}

/** A JSON Schema as `formOf` writes it. */
export interface FormNode {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly items?: FormNode;
  readonly properties?: Readonly<Record<string, FormNode>>;
  readonly required?: readonly string[];
  readonly maxLength?: number;
  /** Free text that stays in Postgres. */
  readonly freeText?: boolean;
  /** How it is filled in, where its type does not say so. */
  readonly ui?: Readonly<Record<string, unknown>>;
  readonly [other: string]: unknown;
}

/** For whom a form is bound; `now` is shop time, epoch ms. */
export interface BoundFor {
  readonly language: Tongue;
  readonly now: number;
}

/** One of the things that can be chosen. */
export interface Option {
  readonly const: string;
  readonly title: string;
}

/** What is known of one field. */
export interface Bound {
  /** All that it can be: it is shown and sent, never typed. */
  readonly only?: string | number;
  /** What stands there to begin with. */
  readonly first?: unknown;
  /** What can be chosen; of a list, for each of its items. Where nothing can be and nothing need be, it is not asked for. */
  readonly among?: readonly Option[];
  /** What else holds of it, as JSON Schema says it: what one of its fields hangs on. */
  readonly also?: Readonly<Record<string, unknown>>;
  /** What whoever fills it in should know, in their words, a line for each thing. */
  readonly hint?: string | undefined;
}

/** What is known of an answer, by path below it. */
export type Bindings = Readonly<Record<string, Bound>>;

/** What a form does beside parsing; `Full` is the parsed answer, free text included. */
interface FormChecks<Full> {
  /**
   * What only the records know: that what an answer names exists, and that it says nothing against what is known. What its process allows
   * beyond that, the process itself decides. @param now shop time, epoch ms.
   */
  readonly check?: (services: Services, task: TaskRecord, answer: Full, now: number) => Promise<readonly FieldError[]>;
  /** What is known of an answer before anybody gives one, by path below it: `version`, `assignees/making`, `ingredients/[]/item`. */
  readonly bind?: (services: Services, task: TaskRecord, reader: BoundFor) => Bindings | Promise<Bindings>;
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
