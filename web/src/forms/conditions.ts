import { Validator } from '@cfworker/json-schema';
import type { Field, Values } from './schema';

/** One that interprets: a schema compiled to JavaScript would need `eval`, which the page's policy forbids. */
const holds = (schema: object, value: Values): boolean => new Validator(schema, '2020-12', true).validate(value).valid;

/** What must be answered as the answer stands: always, or because of what else is said. */
export function requiredOf({ required = [], allOf = [] }: Field, value: Values): ReadonlySet<string> {
  const asked = allOf.flatMap(({ if: condition, then }) => (then.required && holds(condition, value) ? then.required : []));
  return new Set([...required, ...asked]);
}

/**
 * The fields that are asked for, each as it is while the answer stands as it does: one that only a condition requires is hidden until the
 * condition holds, and what a condition says of a field (the sizes of the product that was chosen) is said of it then.
 */
export function shownOf(field: Field, value: Values): readonly (readonly [string, Field])[] {
  const { allOf = [], properties = {} } = field;
  const required = requiredOf(field, value);
  const conditional = new Set(allOf.flatMap(({ then }) => then.required ?? []));
  const holding = allOf.filter(({ if: condition, then }) => then.properties && holds(condition, value));
  return Object.entries(properties)
    .filter(([name]) => required.has(name) || !conditional.has(name))
    .map(([name, child]) => [name, Object.assign({}, child, ...holding.map(({ then }) => then.properties?.[name])) as Field]);
}
