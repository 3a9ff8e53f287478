import { z } from 'zod';
import { createRegister } from '../../base/register';
import { PROCESS_FORMS } from '../process.schema';
import type { TaskForm } from './form';
import { schemaOf } from './schema-of';
import type { AnswerOf, TaskKind } from './tasks.rules';

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

/** The JSON Schema 2020-12 of a kind's answer, as the inbox renders it. */
export const formOf = (kind: TaskKind): Record<string, unknown> => schemaOf(answerForm(kind).schema);

defineForms(PROCESS_FORMS);
