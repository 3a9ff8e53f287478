import type { Db } from '../../platform/db/client';
import type { LetterContext } from './facts';
import type { ClaimedNotice } from './notice.repository';

/** Where a private text keeps its sentence, likeliest first. */
const SENTENCES = ['reason', 'description', 'remarks', 'suggestion', 'comments', 'comment', 'notes'];

interface Quoting {
  readonly notice: ClaimedNotice;
  readonly about: LetterContext | null;
}

/** The private words of notices, by notice id: of the text that their facts name, or else their context. */
export async function wordsOf(db: Db, given: readonly Quoting[]): Promise<Map<string, string>> {
  const wanted = given.flatMap(({ notice: { id, facts }, about }) => {
    const own = facts['textId'];
    const textId = typeof own === 'string' ? own : about?.textId;
    return textId ? [{ id, textId, sentences: about?.sentence ? [about.sentence, ...SENTENCES] : SENTENCES }] : [];
  });
  if (wanted.length === 0) return new Map();
  const texts = await db.text.findMany({ where: { id: { in: wanted.map(({ textId }) => textId) } } });
  return new Map(
    wanted.flatMap(({ id, textId, sentences }) => {
      const sentence = sentenceOf(texts.find((text) => text.id === textId)?.body, sentences);
      return sentence === null ? [] : [[id, sentence] as const];
    }),
  );
}

function sentenceOf(body: unknown, sentences: readonly string[]): string | null {
  if (typeof body === 'string') return body;
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
  const key = sentences.find((name) => typeof fields[name] === 'string');
  return key ? (fields[key] as string) : null;
}
