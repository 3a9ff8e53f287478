import { choiceName, fieldName, listedName } from '../../platform/words/register';
import type { Tongue } from '../../platform/words/instants';
import type { Services } from '../services';
import type { Bound, BoundFor, FormNode, Option } from './form';
import { answerForm, formOf } from './forms';
import type { TaskRecord } from './task-read.repository';
import { widgetOf } from './widgets';

/** In whose words a form is, and what is known of its fields. */
export interface Wording {
  /** The kind of task, or the act, whose fields may be called otherwise than elsewhere. */
  readonly kind: string;
  readonly language: Tongue;
  readonly bound: Readonly<Record<string, Bound>>;
}

/** What the values of a field with a closed list are called. */
const optionsOf = (field: string, values: readonly string[], language: Tongue): Option[] =>
  values.map((value) => ({
    const: value,
    title: choiceName(value, language) ?? listedName(field, value, language) ?? listedName('roles', value, language) ?? value,
  }));

/** One field with its words, its widget and what is known of it. What is said to programs in English is left out. */
export function worded(node: FormNode, path: readonly string[], wording: Wording): FormNode {
  const { description: _forPrograms, enum: values, items, properties, ...rest } = node;
  const { required } = node;
  const { kind, language, bound } = wording;
  const field = path.findLast((part) => part !== EACH) ?? '';
  const known = bound[path.join('/')];
  const options = known?.among ?? (values && optionsOf(field, values, language));
  const isList = items !== undefined;
  return {
    ...rest,
    ...known?.also,
    ...(path.length > 0 && path.at(-1) !== EACH && { title: fieldName(kind, field, language) ?? field, ui: widgetOf(node, known) }),
    ...(options && !isList && { oneOf: options }),
    ...(known?.only !== undefined && { const: known.only }),
    ...(known?.first !== undefined && { default: known.first }),
    ...(items && {
      items: { ...worded(items, [...path, EACH], wording), ...(options && isList && { oneOf: options }) },
    }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => required?.includes(name) === true || bound[[...path, name].join('/')]?.among?.length !== 0)
          .map(([name, child]) => [name, worded(child, [...path, name], wording)]),
      ),
    }),
  };
}

/** In a path: every item of a list. */
const EACH = '[]';

/**
 * The form of an open task as somebody fills it in: the schema that its answer is parsed with, in the reader's words, with what the order
 * already says: what can be chosen, what stands there to begin with, and what nobody types. It asks for nothing that the parser does not.
 */
export async function boundForm(services: Services, task: TaskRecord, reader: BoundFor): Promise<Record<string, unknown>> {
  const bound = (await answerForm(task.kind).bind?.(services, task, reader)) ?? {};
  return worded(formOf(task.kind), [], { kind: task.kind, language: reader.language, bound });
}

/** The form of a task that is closed: in the reader's words, for what was answered to be read by. */
export const wordedForm = (kind: TaskRecord['kind'], language: Tongue): Record<string, unknown> =>
  worded(formOf(kind), [], { kind, language, bound: {} });
