import { z } from 'zod';
import type { FormNode } from './form';

const shown = new WeakMap<z.ZodType, FormNode>();

/** What is sent, as JSON Schema 2020-12 in one piece: whoever draws a form from it need follow no references. */
export function schemaOf(schema: z.ZodType): FormNode {
  const known = shown.get(schema);
  if (known) return known;
  const { $defs = {}, ...whole } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  const form = inPlace(whole, $defs) as FormNode;
  shown.set(schema, form);
  return form;
}

/** Puts in place what is only referred to, beside what is said of it there. */
function inPlace(node: unknown, defs: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(node)) return node.map((one) => inPlace(one, defs));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node as { readonly $ref?: string };
  const meant = $ref === undefined ? {} : (defs[$ref.replace('#/$defs/', '')] as object);
  const whole = Object.entries<unknown>({ ...meant, ...rest }).filter(([name, one]) => !(name === 'id' && typeof one === 'string'));
  return Object.fromEntries(whole.map(([name, one]) => [name, inPlace(one, defs)]));
}
