import type { Actor } from '../../base/actor';
import { SOMETHING, type Data, type Names } from '../../platform/words/events';
import type { Reader } from '../../platform/words/reasons';
import { eventWords, listedName } from '../../platform/words/register';

const who = (actor: Actor, names: Names, { language }: Reader): string => {
  if (actor.kind === 'system') return '';
  const kind = listedName('name', actor.kind, language) ?? '';
  if (actor.kind === 'customer') return kind;
  return actor.id === undefined ? '' : (names.get(actor.id) ?? kind);
};

/** One line for people: what happened, with its particulars, and by whom. */
export function summaryOf(
  event: { readonly kind: string; readonly actor: Actor; readonly data: Data },
  names: Names,
  reader: Reader,
): string {
  const isChinese = reader.language === 'zh';
  const words = eventWords(event.kind) ?? SOMETHING;
  const particulars = words.tells.flatMap((tell) => tell(event.data, reader, names) ?? []);
  const what = particulars.length === 0 ? '' : isChinese ? `：${particulars.join('，')}` : `: ${particulars.join(', ')}`;
  const actor = who(event.actor, names, reader);
  return words[reader.language] + what + (actor === '' ? '' : isChinese ? `（${actor}）` : ` (${actor})`);
}
