import type { Bound, FormNode } from './form';

/** With so many choices or fewer each is a button of its own. */
const MOST_BUTTONS = 4;
/** Text that is no longer is one line. */
const LONGEST_LINE = 200;

/** How a field is filled in, with what should be known beside it: what its schema says (`ui`), else by its type. A console that does not know the word falls back to the type. */
export function widgetOf(node: FormNode, bound: Bound | undefined): Readonly<Record<string, unknown>> {
  return { widget: byType(node, bound), ...node.ui, ...(bound?.hint !== undefined && { hint: bound.hint }) };
}

function byType(
  { type, format, const: only, enum: values, items, freeText, maxLength = Infinity }: FormNode,
  bound: Bound | undefined,
): string {
  const choices = bound?.among?.length ?? values?.length;
  if (bound?.only !== undefined) return 'shown';
  if (type === 'array') return items?.type === 'object' ? 'rows' : (choices ?? items?.enum?.length) === undefined ? 'lines' : 'checklist';
  if (type === 'object') return 'group';
  if (type === 'boolean') return only === true ? 'tick' : 'yes-no';
  if (choices !== undefined) return choices <= MOST_BUTTONS ? 'buttons' : 'list';
  if (format === 'date-time') return 'instant';
  if (format === 'date') return 'day';
  if (type === 'integer' || type === 'number') return 'number';
  return freeText === true && maxLength > LONGEST_LINE ? 'text' : 'line';
}
