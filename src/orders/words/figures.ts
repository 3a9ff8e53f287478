import type { Words } from '../../platform/words/instants';
import type { DelayCause } from '../reports/delay-causes.rules';
import type { CountedFigure, Detail, Figure, PARTS } from '../reports/reports.rules';

/** BAK-84…87. What a month is measured by, and how. ICU messages over the numbers of the rulebook. */
export const FIGURE_WORDS: Readonly<Record<Figure, { readonly title: Words; readonly definition: Words }>> = {
  'on-time': {
    title: { zh: '订单准时交付率', en: 'On-time delivery rate' },
    definition: {
      zh: '按约定交付时间落在本月的订单计算：按时交付 ÷ 应交付。宽限 {graceMinutes} 分钟；约定时刻前取消的订单、从未接单的订单及店长认定由顾客造成的延误不计入，但列出；已过约定时刻仍未交付的计为迟到。',
      en: 'Of the orders promised in the month: delivered by their hour ÷ due. Grace: {graceMinutes} minutes. Orders cancelled before their hour, orders never accepted, and delays that the store manager puts down to the customer are left out and listed; what is overdue and not delivered counts as late.',
    },
  },
  satisfaction: {
    title: { zh: '顾客满意度评分', en: 'Customer satisfaction' },
    definition: {
      zh: '本月收到的评分（5 分制）的平均值，保留两位小数；未评分的订单不计入。',
      en: 'The mean of the ratings received in the month, of five points, with two decimals; orders that nobody rated are left out.',
    },
  },
  response: {
    title: { zh: '异常订单处理效率', en: 'Abnormal-order handling' },
    definition: {
      zh: '本月上报的异常中，{limitHours} 小时内得到首次人工响应的比例；另列响应时间的中位数和最长值。',
      en: 'Of the exceptions reported in the month, the share with a first human response within {limitHours} h; with the median and the longest response.',
    },
  },
  composite: {
    title: { zh: '综合得分', en: 'Composite score' },
    definition: {
      zh: '各项得分之和，满分 100：准时率与满意度各取 min(1，实际 ÷ 标准) × 权重，异常响应取时限内响应比例 × 权重。本月没有异常时该项得满分；没有应交付的订单或没有评分时不计分。',
      en: 'The sum of its parts, of 100: for on-time delivery and satisfaction min(1, actual ÷ standard) × weight, for responses the share in time × weight. Without exceptions that part is full; without orders that were due, or without ratings, there is no score.',
    },
  },
  'owned-steps': {
    title: { zh: '环节责任到人', en: 'Steps with a person' },
    definition: {
      zh: '本月开始的任务中，指定了负责人的比例；撤回的任务不计入。只有岗位、没有指定到人的任务列在“无负责人”下。',
      en: 'Of the tasks opened in the month, the share for which a person is named; withdrawn ones are left out. Those with a role and nobody named stand under “without a person”.',
    },
  },
  'late-stages': {
    title: { zh: '环节超时分布', en: 'Late stages' },
    definition: {
      zh: '约定交付时间落在本月的订单中，各环节超时的次数，按超时当天的星期分列。',
      en: 'Of the orders promised in the month, how often each stage was late, by the weekday on which it became so.',
    },
  },
};

type NamedFigure = Exclude<CountedFigure, 'late-stages'>;
type PartName = { readonly [F in NamedFigure]: keyof (typeof PARTS)[F] }[NamedFigure];
/** Parts of figures; those of late stages are called after their stage and weekday. */
export const PART_WORDS: Readonly<Record<PartName, Words>> = {
  'on-time': { zh: '按时交付', en: 'On time' },
  late: { zh: '迟到', en: 'Late' },
  'customer-caused': { zh: '顾客原因延误（不计入）', en: 'Delayed by the customer (left out)' },
  cancelled: { zh: '约定时刻前取消（不计入）', en: 'Cancelled before their hour (left out)' },
  unaccepted: { zh: '从未接单（不计入）', en: 'Never accepted (left out)' },
  upcoming: { zh: '尚未到约定时刻', en: 'Not due yet' },
  rated: { zh: '收到的评分', en: 'Ratings' },
  'in-time': { zh: '时限内响应', en: 'Answered in time' },
  over: { zh: '超时响应', en: 'Answered late' },
  unanswered: { zh: '超时未响应', en: 'Overdue, not answered' },
  named: { zh: '有负责人', en: 'With a person' },
  unnamed: { zh: '无负责人', en: 'Without a person' },
  waiting: { zh: '等待响应（未超时）', en: 'Waiting, still in time' },
};

/** Numbers beside a figure. */
export const DETAIL_WORDS: Readonly<Record<Detail, Words>> = {
  due: { zh: '应交付订单', en: 'Orders due' },
  responses: { zh: '评分数', en: 'Ratings' },
  median: { zh: '响应时间中位数', en: 'Median response' },
  longest: { zh: '最长响应时间', en: 'Longest response' },
};

/** ISO weekdays, Monday first. */
export const WEEKDAY_NAMES: readonly Words[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
];

/** BAK-84. To whom a delay is put down. */
export const DELAY_CAUSE_NAMES: Readonly<Record<DelayCause, Words>> = {
  customer: { zh: '顾客原因', en: 'the customer' },
  shop: { zh: '门店原因', en: 'the shop' },
  other: { zh: '其他原因', en: 'something else' },
};
