import { requiredOf, shownOf } from './conditions';
import { isBlank, isValues, mayBeEmpty, type Field, type Values } from './schema';

/** What stands in a form to begin with: what is settled, and what the order already says. An optional group stays closed. */
export function startOf(field: Field): unknown {
  if (field.const !== undefined) return field.type === 'boolean' ? undefined : field.const; // a tick is given, never found
  if (field.default !== undefined) return field.default;
  if (field.type !== 'object') return undefined;
  if (field.ui?.widget === 'parts') return {};
  const required = new Set(field.required);
  const inner = Object.entries(field.properties ?? {})
    .filter(([name, child]) => child.type !== 'object' || required.has(name))
    .map(([name, child]) => [name, startOf(child)] as const);
  return Object.fromEntries(inner.filter(([, value]) => value !== undefined));
}

/** What stood there before, as far as the form still has it; what is settled now replaces it. */
export function resumed(field: Field, kept: Values): Values {
  const names = Object.keys(field.properties ?? {});
  const start = startOf(field) as Values;
  const still = Object.fromEntries(names.filter((name) => name in kept).map((name) => [name, kept[name]]));
  const settled = Object.entries(field.properties ?? {}).filter(([name, child]) => name in start && child.const !== undefined);
  return { ...start, ...still, ...Object.fromEntries(settled.map(([name]) => [name, start[name]])) };
}

/** Rows that the form itself had laid out and nobody touched say nothing. */
export const isUntouched = (field: Field, value: unknown): boolean =>
  field.ui?.widget === 'rows' && field.default !== undefined && JSON.stringify(value) === JSON.stringify(field.default);

/** What is sent: the fields that are shown, without those that nobody answered. Undefined: nothing at all. */
export function answerOf(field: Field, value: unknown, isRequired = true): unknown {
  if (isBlank(value) || (!isRequired && isUntouched(field, value))) return undefined;
  if (field.type === 'object' && isValues(value)) {
    const required = requiredOf(field, value);
    const said = shownOf(field, value).map(([name, child]) => {
      const one = answerOf(child, value[name], required.has(name));
      return [name, one === undefined && required.has(name) && mayBeEmpty(child) ? [] : one] as const;
    });
    const whole = Object.fromEntries(said.filter(([, one]) => one !== undefined));
    return Object.keys(whole).length === 0 ? undefined : whole;
  }
  const { items } = field;
  if (Array.isArray(value) && items) {
    const said = value.map((one) => answerOf(items, one));
    return said.filter((one, n) => one !== undefined || items.type === 'object' || !isBlank(value[n]));
  }
  return typeof value === 'string' ? value.trim() || undefined : value;
}
