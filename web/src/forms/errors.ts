import type { Problem } from '../api/problems';
import { requiredOf, shownOf } from './conditions';
import { isUntouched } from './values';
import { isBlank, isValues, mayBeEmpty, type Field, type Values } from './schema';

/** What is wrong with a field, in the reader's words, by JSON pointer below the answer. */
export type Errors = ReadonlyMap<string, string>;

/** Where the API's problem documents have the answer. */
const ROOT = '/answer';

/** What the API says of fields; of one field the first thing. */
export function refusedFields({ errors = [] }: Pick<Problem, 'errors'>): Errors {
  const said = new Map<string, string>();
  for (const { pointer, detail } of errors) {
    const at = below(pointer);
    if (!said.has(at)) said.set(at, detail);
  }
  return said;
}
const below = (pointer: string): string => (pointer === ROOT || pointer.startsWith(`${ROOT}/`) ? pointer.slice(ROOT.length) : pointer);

/**
 * What is plainly not answered yet. The API alone judges answers; this only spares people the way there and back, and never says of a field
 * what the API would not say.
 */
export function missing(field: Field, value: Values, said: string, at = ''): Errors {
  const required = requiredOf(field, value);
  const found = new Map<string, string>();
  for (const [name, child] of shownOf(field, value)) {
    const pointer = `${at}/${name}`;
    const given = value[name];
    if (child.type === 'object' && (isValues(given) || required.has(name))) {
      for (const [inner, word] of missing(child, isValues(given) ? given : {}, said, pointer)) found.set(inner, word);
    } else if (required.has(name) && isBlank(given) && !mayBeEmpty(child)) {
      found.set(pointer, said);
    } else if (Array.isArray(given) && child.items?.type === 'object' && (required.has(name) || !isUntouched(child, given))) {
      given.forEach((row, n) => {
        for (const [inner, word] of missing(child.items ?? {}, isValues(row) ? row : {}, said, `${pointer}/${n}`)) found.set(inner, word);
      });
    }
  }
  return found;
}
