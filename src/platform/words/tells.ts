import { taskRule } from '../../process/tasks/tasks.rules';
import { INGREDIENTS } from '../../bakery/products.rules';
import { isTaskKind } from '../../process/tasks/tasks.rules';
import { CHANGED_PARTS, CHOICES } from './choices';
import { faultText } from './faults';
import type { Words } from './instants';
import { nameIn, POSITION_NAMES, STATES, yuan } from './names';
import type { Reader } from './reasons';

export type Names = ReadonlyMap<string, string>;
export type Data = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, Words>>;
/** A particular of an event as people read it; undefined when the event says nothing of it, or nothing anybody could read. */
export type Tell = (data: Data, reader: Reader, names: Names) => string | undefined;

/** Says a particular within a phrase of each language, where `{}` stands. */
export const phrase =
  (zh: string, en: string, tell: Tell): Tell =>
  (data, reader, names) => {
    const said = tell(data, reader, names);
    return said && (reader.language === 'zh' ? zh : en).replace('{}', () => said);
  };
/** Fen as yuan. */
export const money =
  (key: string): Tell =>
  (data) =>
    typeof data[key] === 'number' ? yuan(data[key]) : undefined;
/** A bare number. */
export const number =
  (key: string): Tell =>
  (data) =>
    typeof data[key] === 'number' ? String(data[key]) : undefined;
/** An instant on the store’s clock. */
export const when =
  (key: string): Tell =>
  (data, reader) =>
    typeof data[key] === 'number' ? reader.when(data[key]) : undefined;
/** What a list calls it. */
export const named =
  (rows: Rows, key: string): Tell =>
  (data, { language }) =>
    nameIn(rows, data[key], language);
/** The name of a member of staff. */
export const person =
  (key: string): Tell =>
  (data, _reader, names) =>
    typeof data[key] === 'string' ? names.get(data[key]) : undefined;
/** Said only when it is so. */
export const flag =
  (key: string, zh: string, en: string): Tell =>
  (data, { language }) =>
    data[key] === true ? (language === 'zh' ? zh : en) : undefined;
/** From what to what, when the two differ. */
export const change =
  (tell: (key: string) => Tell, from: string, to: string): Tell =>
  (data, reader, names) => {
    const [before, after] = [tell(from)(data, reader, names), tell(to)(data, reader, names)];
    return before !== undefined && after !== undefined && before !== after ? `${before} → ${after}` : undefined;
  };
/** A task's event names its kind as `task`, `kind` or `taskKind`. */
export const task: Tell = (data, { language }) => {
  const kind = [data['taskKind'], data['task'], data['kind']].find(isTaskKind);
  return kind && taskRule(kind)[language];
};
/** BAK-38. The parts of the order that a change touches. */
export const parts: Tell = (data, { language }) => {
  const changed = Array.isArray(data['parts']) ? data['parts'].flatMap((part: unknown) => nameIn(CHANGED_PARTS, part, language) ?? []) : [];
  return changed.length > 0 ? changed.join(language === 'zh' ? '、' : ', ') : undefined;
};
/** Why a signal was refused. */
export const refusal: Tell = (data, reader) =>
  typeof data['why'] === 'object' && data['why'] !== null ? faultText(data['why'] as Parameters<typeof faultText>[0], reader) : undefined;

/** Where the order stands. */
export const state = (key: string): Tell => named(STATES, key);
/** What was chosen. */
export const choice = (key: string): Tell => named(CHOICES, key);
/** Whose position it is. */
export const position = (key: string): Tell => named(POSITION_NAMES, key);
/** The ingredient concerned. */
export const item = named(INGREDIENTS, 'item');
/** A deadline. */
export const by = (key: string): Tell => phrase('最迟 {}', 'by {}', when(key));
/** What a task’s answer chose. */
export const answer =
  (key: string): Tell =>
  (data, reader, names) =>
    choice(key)((data['choices'] ?? {}) as Data, reader, names);
/** What a change does: the parts it touches, the price, the hour. */
export const whatChanges: readonly Tell[] = [
  parts,
  change(money, 'fromFen', 'toFen'),
  phrase('新的交付时间 {}', 'now delivered {}', when('deliveryAt')),
];
