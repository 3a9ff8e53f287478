import type { Fault, FaultCode, FieldError } from '../../base/faults';
import { PACKING_LINES } from '../../bakery/packing.rules';
import { GATE_ROWS } from '../../bakery/gates.rules';
import { TASKS } from '../../bakery/bakery.tasks';
import { CHOICES, PHOTO_STEPS } from './choices';
import { ALLERGEN_NAMES, REQUIREMENT_NAMES } from './diet';
import { FIELD_FAULTS } from './field-faults';
import type { Tongue, Words } from './instants';
import { fill } from './messages';
import { ACTORS, nameIn, POSITION_NAMES, STATES, yuan } from './names';
import type { Reader } from './reasons';
import { REQUEST_FAULTS } from './request-faults';

/** Every fault's words. The compiler holds them to the codes. */
export const FAULT_WORDS: Readonly<Record<FaultCode, Words>> = { ...FIELD_FAULTS, ...REQUEST_FAULTS, ...GATE_ROWS };

const list = (items: readonly string[], language: Tongue): string => items.join(language === 'zh' ? '、' : ', ');

/** The lists whose ids a parameter of this name holds. */
const LISTS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  roles: POSITION_NAMES,
  who: { ...POSITION_NAMES, ...ACTORS },
  actions: CHOICES,
  state: STATES,
  from: STATES,
  to: STATES,
  task: TASKS,
  step: PHOTO_STEPS,
  steps: PHOTO_STEPS,
  name: ACTORS,
  requirement: REQUIREMENT_NAMES,
  requirements: REQUIREMENT_NAMES,
  allergen: ALLERGEN_NAMES,
  lines: Object.fromEntries(PACKING_LINES.map((line) => [line.id, line])),
};

/** A parameter as people read it: told by its name what it is. */
function worded(name: string, value: unknown, reader: Reader): string | number {
  if (Array.isArray(value))
    return list(
      value.map((item) => String(worded(name, item, reader))),
      reader.language,
    );
  if (typeof value === 'number') return name.endsWith('At') ? reader.when(value) : name.endsWith('Fen') ? yuan(value) : value;
  return nameIn(LISTS[name] ?? {}, value, reader.language) ?? String(value);
}

/** What is wrong, in the reader's language. */
export function faultText(fault: Fault, reader: Reader): string {
  const values = Object.entries(fault.params ?? {}).map(([name, value]) => [name, worded(name, value, reader)] as const);
  return fill(reader.language === 'zh' ? 'zh-CN' : 'en', FAULT_WORDS[fault.code][reader.language], Object.fromEntries(values));
}

/** The same of one field, with the rule it stands under. */
export function fieldText(error: FieldError, reader: Reader): string {
  const text = faultText(error, reader);
  if (error.rule === undefined || text.includes(error.rule)) return text;
  return reader.language === 'zh' ? `${text}（${error.rule}）` : `${text} (${error.rule})`;
}
