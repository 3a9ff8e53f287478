import type { Reason, ReasonBase, Span } from '../../base/reason';
import type { SayInstant, Tongue, Words } from './instants';

/** What a deadline is counted from, or who set it, as it reads before 后 and after "after". */
const BASES: Readonly<Record<ReasonBase, Words>> = {
  reviewAt: { zh: '开始审核', en: 'the review was opened' },
  feasibleAt: { zh: '审核通过', en: 'the order was found feasible' },
  acceptedAt: { zh: '接单', en: 'acceptance' },
  changeWindowEndsAt: { zh: '调整期结束', en: 'the change window ends' },
  plannedStartAt: { zh: '计划开工', en: 'planned start' },
  decorationDueAt: { zh: '装饰到期', en: 'decoration is due' },
  dispatchDueAt: { zh: '发车检查到期', en: 'the dispatch check is due' },
  deliveryAt: { zh: '约定交付', en: 'the promised delivery' },
  deliveredAt: { zh: '交付', en: 'delivery' },
  followUpTriedAt: { zh: '上次回访', en: 'the last attempt' },
  requestedAt: { zh: '申请', en: 'the request' },
  changedAt: { zh: '调整', en: 'the change' },
  reportedAt: { zh: '上报', en: 'the report' },
  escalatedAt: { zh: '升级', en: 'the escalation' },
  decidedAt: { zh: '决定', en: 'the decision' },
  foundAt: { zh: '发现', en: 'it was found' },
  failedAt: { zh: '失败', en: 'the failure' },
  visitAt: { zh: '回访时间', en: 'the visit hour' },
  feasibilityReview: { zh: '可行性审核', en: 'the feasibility review' },
  rushReview: { zh: '加急审核', en: 'the review of a rush order' },
  promise: { zh: '向顾客承诺的最晚时间', en: 'the latest moment promised to the customer' },
  productionDay: { zh: '生产日', en: 'the production day' },
};

/** As a unit reads right after its number; `one`: in English after the number 1, where that differs. */
const UNITS: Readonly<Record<Span['unit'], Words & { readonly one?: string }>> = {
  hours: { zh: '小时', en: ' h' },
  minutes: { zh: '分钟', en: ' min' },
  'calendar-days': { zh: '天', en: ' days', one: ' day' },
  'working-hours': { zh: '个工作小时', en: ' working hours', one: ' working hour' },
  'working-days': { zh: '个工作日', en: ' working days', one: ' working day' },
};

/** A length of time as people read it: `8 h`, `3天`. */
export function spanText({ n, unit }: Span, language: Tongue): string {
  const { zh, en, one = en } = UNITS[unit];
  if (language === 'zh') return `${n}${zh}`;
  return `${n}${n === 1 ? one : en}`;
}

/** Who reads: the language, and the clock of the store. */
export interface Reader {
  readonly language: Tongue;
  readonly when: SayInstant;
}

/** Why it is `at`, in the reader's language: `8 h after acceptance Tue 2026-12-01 10:00 → Tue 2026-12-01 18:00 (BAK-48)`. */
export function reasonText(reason: Reason, at: number, { language, when }: Reader): string {
  const { rule, movedFrom, pausedMs = 0, assumedYear } = reason;
  const unpaused = at - pausedMs;
  const isChinese = language === 'zh';
  const reckoned = `${core(reason, { language, when })} → ${when(movedFrom ?? unpaused)}${isChinese ? `（${rule}）` : ` (${rule})`}`;
  const moved =
    movedFrom === undefined ? '' : isChinese ? `；门店休息，顺延至 ${when(unpaused)}` : `; the store is closed, moved to ${when(unpaused)}`;
  const paused = pausedMs === 0 ? '' : isChinese ? `；计时曾暂停，顺延至 ${when(at)}` : `; the clock stood, moved to ${when(at)}`;
  return reckoned + moved + paused + (assumedYear === undefined ? '' : assumed(assumedYear, language));
}

const assumed = (year: number, language: Tongue): string =>
  language === 'zh' ? `；${year} 年节假日尚未公布，暂按星期推算` : `; the holidays of ${year} are not known yet, weekdays assumed`;

/** The reckoning itself, without its result. */
function core(reason: Reason, { language, when }: Reader): string {
  const { base, baseAt, add, before, time, day, missedAt } = reason;
  const name = BASES[base][language];
  const isChinese = language === 'zh';
  const anchor = baseAt === undefined ? name : isChinese ? `${name}（${when(baseAt)}）` : `${name} ${when(baseAt)}`;
  if (missedAt !== undefined) return isChinese ? `立即：${name}已晚于 ${when(missedAt)}` : `at once: ${name} came after ${when(missedAt)}`;
  if (add) return isChinese ? `${anchor}后${spanText(add, language)}` : `${spanText(add, language)} after ${anchor}`;
  if (before) return isChinese ? `${anchor}前${spanText(before, language)}` : `${spanText(before, language)} before ${anchor}`;
  if (day !== undefined) return isChinese ? `${day} ${time ?? ''} 前` : `before ${time ?? ''} on ${day}`;
  if (time !== undefined) return isChinese ? `${anchor}前一日 ${time}` : `${time} on the day before ${anchor}`;
  if (base === 'promise') return name;
  if (base === 'feasibilityReview' || base === 'rushReview') return isChinese ? `由${name}确定` : `set by ${name}`;
  return isChinese ? `不晚于${anchor}` : `by ${anchor}`;
}
