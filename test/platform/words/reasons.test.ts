import type { Reason } from '../../../src/base/reason';
import { instantsIn } from '../../../src/platform/words/instants';
import { reasonText } from '../../../src/platform/words/reasons';

const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}:00+08:00`);
const said = (reason: Reason, when: string): string[] =>
  (['zh', 'en'] as const).map((language) => reasonText(reason, at(when), { language, when: instantsIn(language, 'Asia/Shanghai') }));

describe('why it is due then', () => {
  test.each<[Reason, string, string, string]>([
    [
      { rule: 'BAK-48', base: 'acceptedAt', baseAt: at('2026-12-01 10:00'), add: { n: 8, unit: 'hours' } },
      '2026-12-01 18:00',
      '接单（2026-12-01 周二 10:00）后8小时 → 2026-12-01 周二 18:00（BAK-48）',
      '8 h after acceptance Tue 2026-12-01 10:00 → Tue 2026-12-01 18:00 (BAK-48)',
    ],
    [
      { rule: 'BAK-70', base: 'dispatchDueAt', baseAt: at('2026-12-08 14:00'), before: { n: 30, unit: 'minutes' } },
      '2026-12-08 13:30',
      '发车检查到期（2026-12-08 周二 14:00）前30分钟 → 2026-12-08 周二 13:30（BAK-70）',
      '30 min before the dispatch check is due Tue 2026-12-08 14:00 → Tue 2026-12-08 13:30 (BAK-70)',
    ],
    [
      { rule: 'BAK-49', base: 'productionDay', day: '2026-12-07', time: '17:00' },
      '2026-12-07 17:00',
      '2026-12-07 17:00 前 → 2026-12-07 周一 17:00（BAK-49）',
      'before 17:00 on 2026-12-07 → Mon 2026-12-07 17:00 (BAK-49)',
    ],
    [
      { rule: 'BAK-45', base: 'plannedStartAt', baseAt: at('2026-12-07 09:00'), time: '10:00' },
      '2026-12-06 10:00',
      '计划开工（2026-12-07 周一 09:00）前一日 10:00 → 2026-12-06 周日 10:00（BAK-45）',
      '10:00 on the day before planned start Mon 2026-12-07 09:00 → Sun 2026-12-06 10:00 (BAK-45)',
    ],
    [
      { rule: 'BAK-45', base: 'acceptedAt', missedAt: at('2026-12-06 10:00') },
      '2026-12-06 11:00',
      '立即：接单已晚于 2026-12-06 周日 10:00 → 2026-12-06 周日 11:00（BAK-45）',
      'at once: acceptance came after Sun 2026-12-06 10:00 → Sun 2026-12-06 11:00 (BAK-45)',
    ],
    [
      { rule: 'BAK-24', base: 'rushReview' },
      '2026-12-06 11:00',
      '由加急审核确定 → 2026-12-06 周日 11:00（BAK-24）',
      'set by the review of a rush order → Sun 2026-12-06 11:00 (BAK-24)',
    ],
    [
      { rule: 'BAK-44', base: 'plannedStartAt' },
      '2026-12-07 09:00',
      '不晚于计划开工 → 2026-12-07 周一 09:00（BAK-44）',
      'by planned start → Mon 2026-12-07 09:00 (BAK-44)',
    ],
    [
      { rule: 'BAK-22', base: 'promise' },
      '2026-12-08 15:00',
      '向顾客承诺的最晚时间 → 2026-12-08 周二 15:00（BAK-22）',
      'the latest moment promised to the customer → Tue 2026-12-08 15:00 (BAK-22)',
    ],
    [
      {
        rule: 'AFT-88',
        base: 'deliveredAt',
        baseAt: at('2026-12-20 12:00'),
        add: { n: 13, unit: 'calendar-days' },
        movedFrom: at('2027-01-02 12:00'),
        assumedYear: 2027,
      },
      '2027-01-04 12:00',
      '交付（2026-12-20 周日 12:00）后13天 → 2027-01-02 周六 12:00（AFT-88）；门店休息，顺延至 2027-01-04 周一 12:00；2027 年节假日尚未公布，暂按星期推算',
      '13 days after delivery Sun 2026-12-20 12:00 → Sat 2027-01-02 12:00 (AFT-88); the store is closed, moved to Mon 2027-01-04 12:00; the holidays of 2027 are not known yet, weekdays assumed',
    ],
    [
      { rule: 'BAK-48', base: 'acceptedAt', baseAt: at('2026-12-01 10:00'), add: { n: 8, unit: 'hours' }, pausedMs: 2 * 3_600_000 },
      '2026-12-01 20:00',
      '接单（2026-12-01 周二 10:00）后8小时 → 2026-12-01 周二 18:00（BAK-48）；计时曾暂停，顺延至 2026-12-01 周二 20:00',
      '8 h after acceptance Tue 2026-12-01 10:00 → Tue 2026-12-01 18:00 (BAK-48); the clock stood, moved to Tue 2026-12-01 20:00',
    ],
  ])('%j is said in Chinese and in English', (reason, when, zh, en) => expect(said(reason, when)).toEqual([zh, en]));

  test('working time is named as such, one of it and several', () => {
    const day: Reason = { rule: 'SVC-09', base: 'requestedAt', baseAt: at('2026-12-04 15:00'), add: { n: 1, unit: 'working-days' } };
    expect(said(day, '2026-12-07 15:00')).toEqual([
      '申请（2026-12-04 周五 15:00）后1个工作日 → 2026-12-07 周一 15:00（SVC-09）',
      '1 working day after the request Fri 2026-12-04 15:00 → Mon 2026-12-07 15:00 (SVC-09)',
    ]);
    const hours: Reason = { rule: 'SVC-11', base: 'decidedAt', baseAt: at('2026-12-04 17:00'), add: { n: 2, unit: 'working-hours' } };
    expect(said(hours, '2026-12-07 10:00')).toEqual([
      '决定（2026-12-04 周五 17:00）后2个工作小时 → 2026-12-07 周一 10:00（SVC-11）',
      '2 working hours after the decision Fri 2026-12-04 17:00 → Mon 2026-12-07 10:00 (SVC-11)',
    ]);
  });

  test('on the wall clock of the store, whatever the host’s is', () => {
    expect(instantsIn('en', 'America/New_York')(Date.parse('2026-07-04T16:30:00Z'))).toBe('Sat 2026-07-04 12:30');
    expect(instantsIn('zh', 'Asia/Kolkata')(Date.parse('2026-07-04T16:30:00Z'))).toBe('2026-07-04 周六 22:00');
  });
});
