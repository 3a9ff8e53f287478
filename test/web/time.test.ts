import { bucketOf, linesOf } from '../../web/src/pages/tasks/buckets';
import { filterOf, readTasksSearch } from '../../web/src/pages/tasks/filters';
import { dayOf, showDistance, showInstant, showMonth, showSpan } from '../../web/src/time/time';

const SHANGHAI = { zone: 'Asia/Shanghai', language: 'zh' } as const;
const at = (text: string): number => Date.parse(text);
const NOW = at('2026-12-04T10:00:00+08:00');

describe('instants', () => {
  test('are shown in the store’s zone, with the weekday', () => {
    expect(showInstant('2026-12-05T07:00:00.000Z', SHANGHAI, NOW)).toBe('12月5日 周六 15:00');
    expect(showInstant('2026-12-05T07:00:00.000Z', { zone: 'Asia/Shanghai', language: 'en' }, NOW)).toBe('Sat 5 Dec 15:00');
    expect(showInstant('2026-12-05T07:00:00.000Z', { zone: 'America/Los_Angeles', language: 'en' }, NOW)).toBe('Fri 4 Dec 23:00');
  });

  test('of another year with the year, by the store’s calendar', () => {
    expect(showInstant('2026-12-31T16:30:00.000Z', SHANGHAI, NOW)).toBe('2027年1月1日 周五 00:30');
    expect(showInstant('2026-12-31T15:30:00.000Z', SHANGHAI, NOW)).toBe('12月31日 周四 23:30');
  });

  test('midnight belongs to the day that begins', () => {
    expect(dayOf(at('2026-12-04T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-12-05');
    expect(dayOf(at('2026-12-04T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-12-04');
  });
});

test('a month is said with its year, wherever one is', () => {
  expect([showMonth('2026-12', 'zh'), showMonth('2027-01', 'en')]).toEqual(['2026年12月', 'January 2027']);
});

describe('spans', () => {
  test.each([
    [22 * 60_000, '22分钟', '22 min'],
    [70 * 60_000, '1小时10分钟', '1 h 10 min'],
    [3_600_000, '1小时', '1 h'],
    [74 * 3_600_000 + 60_000, '3天2小时', '3 d 2 h'],
    [48 * 3_600_000 + 60_000, '2天', '2 d'],
    [59_000, '不到1分钟', 'under 1 min'],
  ])('%d ms are %s, %s', (ms, zh, en) => {
    expect([showSpan(ms, 'zh'), showSpan(ms, 'en')]).toEqual([zh, en]);
  });

  test('a deadline that has passed is late, and says by how much', () => {
    expect([showDistance(NOW - 22 * 60_000, NOW, 'zh'), showDistance(NOW + 22 * 60_000, NOW, 'zh')]).toEqual([
      '已超时 22分钟',
      '还有 22分钟',
    ]);
  });
});

describe('the list', () => {
  const task = (id: string, dueAt: string | null) => ({ id, dueAt }) as never;
  const bucket = (dueAt: string | null) => bucketOf({ dueAt }, 'Asia/Shanghai', NOW);

  test('late is what was due before now, today ends at the store’s midnight, what is never due comes later', () => {
    expect([
      bucket('2026-12-04T01:59:59Z'),
      bucket('2026-12-04T02:00:00Z'),
      bucket('2026-12-04T15:59:00Z'),
      bucket('2026-12-04T16:00:00Z'),
      bucket(null),
    ]).toEqual(['late', 'today', 'today', 'later', 'later']);
  });

  test('each bucket has one head', () => {
    const tasks = [task('a', '2026-12-03T00:00:00Z'), task('b', '2026-12-03T01:00:00Z'), task('c', '2026-12-04T09:00:00Z')];
    expect(linesOf(tasks, ({ dueAt }) => bucket(dueAt)).map(({ id }) => id)).toEqual(['head-late', 'a', 'b', 'head-today', 'c']);
  });

  test('an address says which tasks are listed; what means nothing in it is left out', () => {
    expect(readTasksSearch({ view: 'everything', task: 20261128001, q: '', x: 'y' })).toEqual({ task: '20261128001' });
    expect(filterOf(readTasksSearch({ view: 'done', q: '001' }))).toEqual({ mine: 'true', state: 'done', q: '001' });
    expect(filterOf({})).toEqual({ mine: 'true', state: 'open' });
  });
});
