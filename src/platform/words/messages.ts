import { IntlMessageFormat } from 'intl-messageformat';

/** What messages are filled with. */
export type Values = Readonly<Record<string, string | number>>;

const messages = new Map<string, IntlMessageFormat>();

/** Fills an ICU message; parsed once for each language. @throws when the message names a value that is not there. */
export function fill(language: string, text: string, values: Values = {}): string {
  const key = `${language}\n${text}`;
  const known = messages.get(key) ?? new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  messages.set(key, known);
  return known.format(values) as string;
}
