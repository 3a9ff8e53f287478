import { messageId } from '../../../src/process/outbox/delivery';
import type { Delivered } from '../mailbag';
import type { Finding } from './finding';

export interface NoticeLine {
  readonly id: string;
  readonly order: string;
  readonly template: string;
  readonly state: string;
  /** It should have been sent when the run came to rest. */
  readonly due: boolean;
}
export interface AttemptLine {
  readonly noticeId: string;
  /** `<notice id>#<n>@<recipient>`. */
  readonly id: string;
  readonly outcome: string | null;
  readonly error: string | null;
}
export interface Letters {
  readonly notices: readonly NoticeLine[];
  readonly attempts: readonly AttemptLine[];
  readonly delivered: readonly Delivered[];
}

export interface LettersJudged {
  readonly findings: readonly Finding[];
  /** Second copies that the ledger explains: a process or the catcher died between the letter's acceptance and the note of it. */
  readonly repeats: number;
}

/** A later fact may have made it untrue before it went out: it is withdrawn, and no copy may arrive that the ledger does not explain. */
const ENDS = ['sent', 'undeliverable', 'withdrawn'];
/** More recipients than any notice has. */
const MOST_PLACES = 20;

/**
 * No letter is lost: each due notice ended as sent, undeliverable or withdrawn, and each send the ledger calls done is in the catcher. None
 * is sent twice: more than one copy only as far as the ledger knows of sends whose end it could not see. And none is sent past the ledger.
 */
export function judgeLetters({ notices, attempts, delivered }: Letters): LettersJudged {
  const ledger = groupBy(attempts, ({ noticeId }) => noticeId);
  const owners = new Map(
    notices.flatMap(({ id }) => Array.from({ length: MOST_PLACES }, (_, place) => [messageId(id, place), id] as const)),
  );
  const arrived = groupBy(delivered, ({ id }) => owners.get(id) ?? '');
  const findings: Finding[] = (arrived.get('') ?? []).map(({ id, to }) => ({
    what: 'broken',
    about: id,
    detail: `a letter to ${to} belongs to no notice`,
  }));
  let repeats = 0;
  for (const notice of notices) {
    const lines = ledger.get(notice.id) ?? [];
    const copies = groupBy(arrived.get(notice.id) ?? [], ({ id, channel }) => `${channel} ${id}`);
    const found = judgeNotice(notice, lines, copies);
    repeats += found.repeats;
    for (const detail of found.lost) findings.push({ what: 'lost', about: notice.id, detail: `${notice.template}: ${detail}` });
    for (const detail of found.double) findings.push({ what: 'double', about: notice.id, detail: `${notice.template}: ${detail}` });
  }
  return { findings, repeats };
}

function judgeNotice(
  { state, due }: NoticeLine,
  lines: readonly AttemptLine[],
  copies: ReadonlyMap<string, readonly Delivered[]>,
): { lost: string[]; double: string[]; repeats: number } {
  const recipients = groupBy(lines, ({ id }) => id.slice(id.lastIndexOf('@') + 1));
  const sent = [...recipients.values()].filter((tries) => tries.some(({ outcome }) => outcome === 'sent')).length;
  const unknown = lines.filter(maySent).length;
  const surplus = [...copies.values()].reduce((sum, same) => sum + same.length - 1, 0);
  const lost: string[] = [];
  const double: string[] = [];
  if (due && !ENDS.includes(state)) lost.push(`is still ${state}`);
  if (state === 'sent' && sent === 0) lost.push('is called sent and the ledger knows of no send');
  if (copies.size < sent) lost.push(`the ledger has ${sent} sends, ${copies.size} letters arrived`);
  if (copies.size > sent + unknown)
    double.push(`${copies.size} letters arrived, the ledger knows of ${sent} sends and ${unknown} whose end it did not see`);
  if (surplus > unknown) double.push(`${surplus} copies too many arrived, the ledger knows of ${unknown} sends whose end it did not see`);
  return { lost, double, repeats: surplus };
}

/** The process stopped in between, or the line broke: the letter may have been accepted. A refused connection sent nothing. */
const maySent = ({ outcome, error }: AttemptLine): boolean =>
  outcome === null || (outcome === 'failed' && !/ECONNREFUSED/.test(error ?? ''));

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const group = map.get(keyOf(row));
    if (group) group.push(row);
    else map.set(keyOf(row), [row]);
  }
  return map;
}
