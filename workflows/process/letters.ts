import type { NoticeRow, Withdrawal } from '../../src/process/process.messages';
import { letterOf, noticeTemplates, type NoticeTemplate } from '../../src/process/outbox/register.letters';
import type { LaterFact } from '../../src/process/outbox/life.letters';

type Facts = Readonly<Record<string, unknown>>;

/** Letters of a workflow between two batches: what is newly written, and what a later fact withdraws of what lies unsent. */
export interface Letters {
  write(row: NoticeRow): void;
  /** A fact goes on record: what it makes untrue falls or is written anew (`LetterLife`). */
  hear(event: string, data: Facts): void;
  /** What the next batch brings. */
  take(): { readonly notices: readonly NoticeRow[]; readonly withdrawals: readonly Withdrawal[] };
  /** The customer's newest letter of each kind, for the run that goes on. */
  readonly newest: () => readonly NoticeRow[];
}

/** Whether `facts` has every value of `wanted`. */
const includes = (facts: Facts, wanted: Facts): boolean => Object.entries(wanted).every(([key, value]) => facts[key] === value);

/** The facts of a letter that a later fact concerns; null when it concerns no letter. */
function concerned({ event, when = {}, same = {}, having = {} }: LaterFact, happened: string, data: Facts): Facts | null {
  if (event !== happened || !includes(data, when)) return null;
  return { ...having, ...Object.fromEntries(Object.entries(same).map(([mine, its]) => [mine, data[its ?? mine]])) };
}

/**
 * BAK-08. What was decided later in the same breath never becomes a letter at all; what an earlier batch has written is withdrawn by the
 * record, in the transaction of the later decision, if it is still unsent. A run that has a forerunner does not know what that one has written,
 * and leaves it to the record; of the customer's letters one that was continued hands the newest over.
 */
// eslint-disable-next-line max-lines-per-function -- its functions share what only they may change
export function createLetters(nextId: () => string, now: () => number, forerunner?: { readonly newest: readonly NoticeRow[] }): Letters {
  let notices: NoticeRow[] = [];
  let withdrawals: Withdrawal[] = [];
  /** What earlier batches have written and nothing has made untrue so far; whether it has gone out, the record knows. */
  let written: NoticeRow[] = [];
  /** Kinds of which this batch has dropped one to the customer: a newer one needs no older one in the record to stand in for. */
  const dropped = new Set<NoticeTemplate>();
  /** The customer's newest letter of each kind. */
  const newest = new Map<NoticeTemplate, NoticeRow>(forerunner?.newest.map((row) => [row.template, row]));

  function fall(template: NoticeTemplate, facts: Facts, why: string, to?: string): void {
    const untrue = (row: NoticeRow): boolean =>
      row.template === template && (to === undefined || row.to === to) && includes(row.facts, facts);
    for (const row of notices) if (untrue(row) && row.to === 'customer' && !row.instead) dropped.add(template);
    notices = notices.filter((row) => !untrue(row));
    const last = newest.get(template);
    if (last && untrue(last)) newest.delete(template);
    if (written.some(untrue) || forerunner || letterOf(template).life.byOthers) {
      written = written.filter((row) => !untrue(row));
      withdrawals.push({ id: nextId(), at: now(), template, facts, why, ...(to && { to }) });
    }
  }

  /** Written anew only if the older one has not gone out: the record knows. */
  function renew(template: NoticeTemplate, facts: Facts, why: string, adding: Facts): void {
    const last = newest.get(template);
    if (!last || !includes(last.facts, facts)) return;
    const row = { ...last, facts: { ...last.facts, ...adding } };
    const place = notices.indexOf(last);
    if (place >= 0) {
      notices = notices.with(place, row); // it is of this batch, and speaks of what holds after it
      newest.set(template, row);
      return;
    }
    fall(template, {}, why, 'customer');
    write({ ...row, id: nextId(), createdAt: now(), instead: true });
  }

  function write(given: NoticeRow): void {
    const { instead, ...plain } = given;
    const row = instead && !dropped.has(given.template) ? given : plain;
    notices.push(row);
    if (row.to === 'customer') newest.set(row.template, row);
  }

  return {
    write(row) {
      const keys = letterOf(row.template).life.newest;
      if (keys) fall(row.template, Object.fromEntries(keys.map((key) => [key, row.facts[key]])), 'letter.newer', row.to);
      write(row);
    },
    hear(event, data) {
      for (const template of noticeTemplates()) {
        for (const fact of letterOf(template).life.falls ?? []) {
          const facts = concerned(fact, event, data);
          if (facts) fall(template, facts, event);
        }
        for (const fact of letterOf(template).life.renewed ?? []) {
          const facts = concerned(fact, event, data);
          if (facts) renew(template, facts, event, fact.adding ?? {});
        }
      }
    },
    take() {
      const taken = { notices, withdrawals };
      written.push(...notices);
      notices = [];
      withdrawals = [];
      dropped.clear();
      return taken;
    },
    newest: () => [...newest.values()],
  };
}
