import type { Db } from '../../platform/db/client';
import type { ClaimedNotice } from './notice.repository';

/** Where a private text keeps its sentence, likeliest first. */
const SENTENCES = ['reason', 'description', 'remarks', 'suggestion', 'comments', 'comment', 'notes'];
/** AFT-91. A visit's text has the caller's remarks as well: the department is sent what the customer suggested. */
const SUGGESTIONS = ['suggestion', ...SENTENCES];

/**
 * The private words of notices, by notice id: a decision's reason, what was reported, what a customer suggested (AFT-91). An exception's
 * description is the staff's own: a customer's letter never quotes it.
 */
export async function wordsOf(db: Db, notices: readonly ClaimedNotice[]): Promise<Map<string, string>> {
  const changeIds = notices.flatMap((notice) => idOf(notice, 'changeId', 'change') ?? []);
  const exceptionIds = notices.flatMap((notice) => (toStaff(notice) ? (idOf(notice, 'exceptionId', 'exception') ?? []) : []));
  const visited = notices.filter(isSuggestion).flatMap(({ orderNumber }) => orderNumber ?? []);
  const [changes, exceptions, suggestions] = await Promise.all([
    changeIds.length === 0 ? [] : db.change.findMany({ where: { id: { in: changeIds } }, select: { id: true, decisionTextId: true } }),
    exceptionIds.length === 0
      ? []
      : db.orderException.findMany({ where: { id: { in: exceptionIds } }, select: { id: true, textId: true } }),
    visited.length === 0 ? [] : db.suggestion.findMany({ where: { orderNumber: { in: visited } }, orderBy: { at: 'desc' } }),
  ]);
  const textIdOf = (notice: ClaimedNotice): string | null | undefined => {
    const own = idOf(notice, 'textId');
    if (own) return own;
    if (isSuggestion(notice)) return suggestions.find(({ orderNumber }) => orderNumber === notice.orderNumber)?.textId;
    const decided = changes.find(({ id }) => id === idOf(notice, 'changeId', 'change'));
    if (decided) return decided.decisionTextId;
    return toStaff(notice) ? exceptions.find(({ id }) => id === idOf(notice, 'exceptionId', 'exception'))?.textId : undefined;
  };
  const wanted = notices.flatMap((notice) => {
    const textId = textIdOf(notice);
    return textId ? [{ noticeId: notice.id, textId, sentences: isSuggestion(notice) ? SUGGESTIONS : SENTENCES }] : [];
  });
  if (wanted.length === 0) return new Map();
  const texts = await db.text.findMany({ where: { id: { in: wanted.map(({ textId }) => textId) } } });
  return new Map(
    wanted.flatMap(({ noticeId, textId, sentences }) => {
      const sentence = sentenceOf(texts.find(({ id }) => id === textId)?.body, sentences);
      return sentence === null ? [] : [[noticeId, sentence] as const];
    }),
  );
}

const isSuggestion = ({ template }: ClaimedNotice): boolean => template === 'suggestion';
const toStaff = ({ to }: ClaimedNotice): boolean => ['staff:', 'role:', 'head:'].some((kind) => to.startsWith(kind));

const idOf = ({ facts }: ClaimedNotice, ...keys: string[]): string | undefined =>
  keys.map((key) => facts[key]).find((id): id is string => typeof id === 'string');

function sentenceOf(body: unknown, sentences: readonly string[]): string | null {
  if (typeof body === 'string') return body;
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
  const key = sentences.find((name) => typeof fields[name] === 'string');
  return key ? (fields[key] as string) : null;
}
