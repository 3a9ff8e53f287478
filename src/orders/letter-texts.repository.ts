import type { Db } from '../platform/db/client';
import type { ClaimedNotice } from '../process/outbox/notice.repository';
import { audienceOf } from '../process/outbox/recipients';

/** AFT-91. The department is sent what the customer suggested, not the caller's remarks beside it. */
export const isSuggestion = ({ template }: ClaimedNotice): boolean => template === 'suggestion';

/**
 * The private texts that notices about orders quote, by notice id: a decision's reason, what was reported, what a customer suggested (AFT-91).
 * An exception's description is the staff's own: a customer's letter never quotes it.
 */
export async function textIdsOf(db: Db, notices: readonly ClaimedNotice[]): Promise<Map<string, string>> {
  const changeIds = notices.flatMap((notice) => idOf(notice, 'changeId', 'change') ?? []);
  const exceptionIds = notices.flatMap((notice) => (toStaff(notice) ? (idOf(notice, 'exceptionId', 'exception') ?? []) : []));
  const visited = notices.filter(isSuggestion).flatMap(({ aboutOrder }) => aboutOrder ?? []);
  const [changes, exceptions, suggestions] = await Promise.all([
    changeIds.length === 0 ? [] : db.change.findMany({ where: { id: { in: changeIds } }, select: { id: true, decisionTextId: true } }),
    exceptionIds.length === 0
      ? []
      : db.orderException.findMany({ where: { id: { in: exceptionIds } }, select: { id: true, textId: true } }),
    visited.length === 0 ? [] : db.suggestion.findMany({ where: { orderNumber: { in: visited } }, orderBy: { at: 'desc' } }),
  ]);
  const textIdOf = (notice: ClaimedNotice): string | null | undefined => {
    if (isSuggestion(notice)) return suggestions.find(({ orderNumber }) => orderNumber === notice.aboutOrder)?.textId;
    const decided = changes.find(({ id }) => id === idOf(notice, 'changeId', 'change'));
    if (decided) return decided.decisionTextId;
    return toStaff(notice) ? exceptions.find(({ id }) => id === idOf(notice, 'exceptionId', 'exception'))?.textId : undefined;
  };
  return new Map(
    notices.flatMap((notice) => {
      const textId = textIdOf(notice);
      return textId ? [[notice.id, textId] as const] : [];
    }),
  );
}

const toStaff = ({ to }: ClaimedNotice): boolean => audienceOf(to) === 'staff';

const idOf = ({ facts }: ClaimedNotice, ...keys: string[]): string | undefined =>
  keys.map((key) => facts[key]).find((id): id is string => typeof id === 'string');
