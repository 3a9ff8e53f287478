import { z } from 'zod';
import { Refusal, type FieldError } from '../domain/errors';

/** A path as a JSON pointer (RFC 6901); the whole document is the empty pointer. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type Inner = {
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
};
const inner = (schema: z.ZodType): Inner => schema._zod.def as unknown as Inner;

const metaRule = (schema: z.ZodType): string | undefined => {
  const rule = z.globalRegistry.get(schema)?.['rule'];
  if (typeof rule === 'string') return rule;
  const { innerType, in: input } = inner(schema);
  const next = innerType ?? input;
  return next ? metaRule(next) : undefined;
};

const below = (schema: z.ZodType, step: PropertyKey): z.ZodType | undefined => {
  const { innerType, in: input, element, shape } = inner(schema);
  if (shape) return shape[String(step)];
  if (element) return element;
  const next = innerType ?? input;
  return next ? below(next, step) : undefined;
};

/** The rule a field stands under: the nearest `rule` in the schemas' meta on the way to it. */
export function ruleAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  let at: z.ZodType | undefined = schema;
  let rule: string | undefined;
  for (const step of path) {
    at = below(at, step);
    if (!at) break;
    rule = metaRule(at) ?? rule;
  }
  return rule;
}

const ownRule = (issue: z.core.$ZodIssue): string | undefined => {
  const params = issue.code === 'custom' ? issue.params : undefined;
  return typeof params?.['rule'] === 'string' ? params['rule'] : undefined;
};

/** A field error that names its rule. */
export const fieldError = (pointer: string, detail: string, rule?: string): FieldError => ({
  pointer,
  detail: rule && !detail.includes(rule) ? `${detail} (${rule})` : detail,
});

/** One field that is not right: where, what is wrong with it, and the rule it stands under. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
  readonly rule?: string;
}

/** An `invalid-request` about named fields; `rule` when they all stand under one. */
export function invalid(fields: readonly Fault[]): Refusal {
  const rules = new Set(fields.map((field) => field.rule));
  const [rule] = rules.size === 1 ? rules : [];
  return new Refusal('invalid-request', fields.length === 1 ? 'One field is not valid.' : `${fields.length} fields are not valid.`, {
    errors: fields.map(({ pointer, detail, rule: of }) => fieldError(pointer, detail, of)),
    ...(rule ? { rule } : {}),
  });
}

/** What zod found wrong, as one refusal. An unknown field is pointed at by its own name. */
export function refusalOf(error: z.ZodError, schema: z.ZodType, prefix: readonly PropertyKey[] = []): Refusal {
  return invalid(
    error.issues.flatMap((issue) => {
      const rule = ownRule(issue) ?? ruleAt(schema, issue.path);
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({ pointer: pointerOf([...prefix, ...issue.path, key]), detail: 'Is not a known field' }));
      }
      return [{ pointer: pointerOf([...prefix, ...issue.path]), detail: issue.message, ...(rule ? { rule } : {}) }];
    }),
  );
}

/** @throws {Refusal} `invalid-request` with a pointer for each bad field. */
export function parse<T extends z.ZodType>(schema: T, given: unknown, prefix: readonly PropertyKey[] = []): z.output<T> {
  assertStorable(given, prefix);
  const result = schema.safeParse(given);
  if (!result.success) throw refusalOf(result.error, schema, prefix);
  return result.data;
}

// Postgres holds neither NUL nor half a surrogate pair.
const UNSTORABLE = /\0|\p{Surrogate}/u;
/** Nothing that is asked for lies deeper than a few levels; who nests without end wants the stack to overflow. */
const DEEPEST = 32;

/** @throws {Refusal} `invalid-request` when a text holds characters that no record can keep, or the whole is nested too deeply. */
export function assertStorable(given: unknown, path: readonly PropertyKey[] = []): void {
  if (typeof given === 'string' && UNSTORABLE.test(given))
    throw invalid([{ pointer: pointerOf(path), detail: 'Holds a character that cannot be kept' }]);
  if (typeof given !== 'object' || given === null) return;
  if (path.length >= DEEPEST) throw invalid([{ pointer: pointerOf(path), detail: 'Is nested too deeply' }]);
  for (const [key, inner] of Object.entries(given)) {
    if (UNSTORABLE.test(key)) throw invalid([{ pointer: pointerOf(path), detail: 'Has a field whose name cannot be kept' }]);
    assertStorable(inner, [...path, key]);
  }
}
