import { zoneOffsets } from '../../src/platform/db/calendar.repository';
import { defaultCalendar, isWholeHour } from '../../src/base/calendar';
import { sayDayAndHour } from '../../src/base/store-time';

const storeIn = (zone: string) => defaultCalendar({ zone, offsets: zoneOffsets(zone, Date.UTC(2026, 5, 1)) });

describe('an instant by the store’s own clock', () => {
  test.each([
    ['Asia/Shanghai', '2026-12-01T07:00:00Z', '2026年12月1日 星期二 15:00', 'Tuesday 1 December 2026, 15:00'],
    ['Asia/Kolkata', '2026-12-01T09:30:00Z', '2026年12月1日 星期二 15:00', 'Tuesday 1 December 2026, 15:00'],
    ['America/New_York', '2026-12-01T03:00:00Z', '2026年11月30日 星期一 22:00', 'Monday 30 November 2026, 22:00'],
    ['Pacific/Kiritimati', '2026-12-01T10:00:00Z', '2026年12月2日 星期三 00:00', 'Wednesday 2 December 2026, 00:00'],
    ['Australia/Lord_Howe', '2026-04-04T14:30:00Z', '2026年4月5日 星期日 01:30', 'Sunday 5 April 2026, 01:30'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', '2026年4月5日 星期日 01:30', 'Sunday 5 April 2026, 01:30'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026年10月4日 星期日 02:30', 'Sunday 4 October 2026, 02:30'],
    ['America/New_York', '2026-03-08T07:00:00Z', '2026年3月8日 星期日 03:00', 'Sunday 8 March 2026, 03:00'],
    ['America/New_York', '2026-11-01T06:00:00Z', '2026年11月1日 星期日 01:00', 'Sunday 1 November 2026, 01:00'],
  ])('in %s %s reads %s', (zone, instant, chinese, english) => {
    const at = Date.parse(instant);
    expect([sayDayAndHour(storeIn(zone), at, 'zh-CN'), sayDayAndHour(storeIn(zone), at, 'en')]).toEqual([chinese, english]);
  });

  test('BAK-22 a whole hour has neither minutes nor seconds nor milliseconds', () => {
    const store = storeIn('Asia/Kolkata');
    const hour = Date.parse('2026-12-01T15:00:00+05:30');
    expect([hour, hour + 1, hour + 1000, hour + 60_000, hour + 3_600_000].map((at) => isWholeHour(store, at))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});
