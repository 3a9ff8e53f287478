import { z } from 'zod';
import { Refusal } from '../../base/refusals';
import type { Fault, FieldError } from '../../base/faults';
import { isFaultCode } from '../words/register';

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

/** An `invalid-request` about named fields; `rule` when they all stand under one. */
export function invalid(errors: readonly FieldError[]): Refusal {
  const rules = new Set(errors.map((field) => field.rule));
  const [rule] = rules.size === 1 ? rules : [];
  return new Refusal(
    'invalid-request',
    { code: 'fields-invalid', params: { count: errors.length } },
    { errors, ...(rule ? { rule } : {}) },
  );
}

/** What zod says of an issue for which its schema has no word of its own. */
const ZODS_OWN = '\u0000';

/** A number, or a number of characters or entries, is out of bounds. */
function boundFault(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Fault {
  const isText = issue.origin === 'string';
  const isList = issue.origin === 'array' || issue.origin === 'set';
  if (issue.code === 'too_small') {
    const params = { min: Number(issue.minimum) };
    return isText ? { code: 'too-short', params } : isList ? { code: 'too-few', params } : { code: 'too-small', params };
  }
  const params = { max: Number(issue.maximum) };
  return isText ? { code: 'too-long', params } : isList ? { code: 'too-many', params } : { code: 'too-large', params };
}

/** An issue as a fault: the code its schema says (`says`), else what zod found. */
function faultOf(issue: z.core.$ZodIssue): Fault {
  // Nothing was sent: whatever the schema would say of a wrong value is beside the point.
  const isMissing =
    issue.input === undefined && (issue.code === 'invalid_type' || (issue.code === 'invalid_value' && issue.message === ZODS_OWN));
  if (isMissing) return { code: 'required' };
  if (isFaultCode(issue.message)) return { code: issue.message } as Fault;
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return boundFault(issue);
    case 'invalid_value':
      return { code: 'not-one-of', params: { values: issue.values.map(String) } };
    case 'invalid_type':
      return { code: 'wrong-type', params: { expected: issue.expected } };
    case 'not_multiple_of':
      return { code: 'not-a-multiple-of', params: { of: issue.divisor } };
    case 'invalid_format':
      return { code: 'wrong-format', params: { format: issue.format } };
    default:
      return { code: 'unreadable' };
  }
}

/** What zod found wrong, as one refusal. An unknown field is pointed at by its own name. */
export function refusalOf(error: z.ZodError, schema: z.ZodType, prefix: readonly PropertyKey[] = []): Refusal {
  return invalid(
    error.issues.flatMap((issue): FieldError[] => {
      const rule = ownRule(issue) ?? ruleAt(schema, issue.path);
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => ({ pointer: pointerOf([...prefix, ...issue.path, key]), code: 'unknown-field' }));
      return [{ pointer: pointerOf([...prefix, ...issue.path]), ...faultOf(issue), ...(rule ? { rule } : {}) }];
    }),
  );
}

/** @throws {Refusal} `invalid-request` with a pointer for each bad field. */
export function parse<T extends z.ZodType>(schema: T, given: unknown, prefix: readonly PropertyKey[] = []): z.output<T> {
  assertStorable(given, prefix);
  const result = schema.safeParse(given, { error: () => ZODS_OWN, reportInput: true });
  if (!result.success) throw refusalOf(result.error, schema, prefix);
  return result.data;
}

// Postgres holds neither NUL nor half a surrogate pair.
const UNSTORABLE = /\0|\p{Surrogate}/u;
/** Nothing that is asked for lies deeper than a few levels; who nests without end wants the stack to overflow. */
const DEEPEST = 32;

/** @throws {Refusal} `invalid-request` when a text holds characters that no record can keep, or the whole is nested too deeply. */
export function assertStorable(given: unknown, path: readonly PropertyKey[] = []): void {
  if (typeof given === 'string' && UNSTORABLE.test(given)) throw invalid([{ pointer: pointerOf(path), code: 'unkeepable-character' }]);
  if (typeof given !== 'object' || given === null) return;
  if (path.length >= DEEPEST) throw invalid([{ pointer: pointerOf(path), code: 'nested-too-deeply' }]);
  for (const [key, inner] of Object.entries(given)) {
    if (UNSTORABLE.test(key)) throw invalid([{ pointer: pointerOf(path), code: 'unkeepable-field-name' }]);
    assertStorable(inner, [...path, key]);
  }
}
