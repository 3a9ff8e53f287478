import type { Data, Tell } from './events';
import { faultText } from './faults';
import { nameIn, POSITION_NAMES, yuan } from './names';
import { choiceName, listedName, type Rows } from './register';

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
/** What it is called by a list that several chapters may add to. */
export const listed =
  (list: string, key: string): Tell =>
  (data, { language }) =>
    listedName(list, data[key], language);
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
/** Why a signal was refused. */
export const refusal: Tell = (data, reader) =>
  typeof data['why'] === 'object' && data['why'] !== null ? faultText(data['why'] as Parameters<typeof faultText>[0], reader) : undefined;

/** What was chosen. */
export const choice =
  (key: string): Tell =>
  (data, { language }) =>
    choiceName(data[key], language);
/** Whose position it is. */
export const position = (key: string): Tell => named(POSITION_NAMES, key);
/** A deadline. */
export const by = (key: string): Tell => phrase('最迟 {}', 'by {}', when(key));
/** What a task’s answer chose. */
export const answer =
  (key: string): Tell =>
  (data, reader, names) =>
    choice(key)((data['choices'] ?? {}) as Data, reader, names);
