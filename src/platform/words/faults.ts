import type { Fault, FieldError } from '../../base/faults';
import type { Tongue } from './instants';
import { fill } from './messages';
import { yuan } from './names';
import type { Reader } from './reasons';
import { faultWords, listedName } from './register';

const list = (items: readonly string[], language: Tongue): string => items.join(language === 'zh' ? '、' : ', ');

/** A parameter as people read it: its name tells what it is, and which list has its words. */
function worded(name: string, value: unknown, reader: Reader): string | number {
  if (Array.isArray(value))
    return list(
      value.map((item) => String(worded(name, item, reader))),
      reader.language,
    );
  if (typeof value === 'number') return name.endsWith('At') ? reader.when(value) : name.endsWith('Fen') ? yuan(value) : value;
  return listedName(name, value, reader.language) ?? String(value);
}

/** What is wrong, in the reader's language. */
export function faultText(fault: Fault, reader: Reader): string {
  const values = Object.entries(fault.params ?? {}).map(([name, value]) => [name, worded(name, value, reader)] as const);
  return fill(reader.language === 'zh' ? 'zh-CN' : 'en', faultWords(fault.code)[reader.language], Object.fromEntries(values));
}

/** The same of one field, with the rule it stands under. */
export function fieldText(error: FieldError, reader: Reader): string {
  const text = faultText(error, reader);
  if (error.rule === undefined || text.includes(error.rule)) return text;
  return reader.language === 'zh' ? `${text}（${error.rule}）` : `${text} (${error.rule})`;
}
