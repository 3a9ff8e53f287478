import { instantsIn } from '../../src/platform/words/instants';
import { reasonText } from '../../src/platform/words/reasons';
import { agenda, MOMENT_NAMES, productionDay, type AgendaFacts, type Moment, type MomentName } from '../../src/bakery/agenda.rules';
import { defaultCalendar } from '../../src/base/calendar';
import { bakeryRules } from '../../src/bakery/rulebook.rules';

const rules = bakeryRules();
const calendar = defaultCalendar();
/** An instant of the store's clock: `at('2026-12-01 10:00')`. */
const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`);

const facts = (known: Partial<AgendaFacts> = {}): AgendaFacts => ({
  intakeAt: at('2026-11-30 09:00'),
  reviewAt: null,
  feasibleAt: null,
  acceptedAt: null,
  plannedStartAt: null,
  deliveryAt: at('2026-12-08 15:00'),
  deliveredAt: null,
  followUpTriedAt: null,
  decoration: false,
  courier: false,
  compressed: null,
  ...known,
});
const everything = facts({
  reviewAt: at('2026-11-30 09:05'),
  feasibleAt: at('2026-11-30 11:00'),
  acceptedAt: at('2026-12-01 10:00'),
  plannedStartAt: at('2026-12-07 09:00'),
  deliveredAt: at('2026-12-08 14:30'),
  followUpTriedAt: at('2026-12-21 15:00'),
  decoration: true,
  courier: true,
});
const find = (known: AgendaFacts, name: MomentName, cal = calendar): Moment => {
  const found = agenda(known, rules, cal).find((moment) => moment.name === name);
  if (!found) throw new Error(`no moment ${name}`);
  return found;
};
const names = (known: AgendaFacts): MomentName[] => agenda(known, rules, calendar).map(({ name }) => name);

/** A moment's reason as an English reader in Shanghai reads it. */
const because = ({ reason, at: when }: Moment): string =>
  reasonText(reason, when, { language: 'en', when: instantsIn('en', 'Asia/Shanghai') });

describe('the agenda', () => {
  test('given everything is known, it holds each moment once, earliest first', () => {
    const moments = agenda(everything, rules, calendar);
    expect([...moments.map(({ name }) => name)].sort()).toEqual([...MOMENT_NAMES].sort());
    expect(moments.map((moment) => moment.at)).toEqual(moments.map((moment) => moment.at).sort((a, b) => a - b));
  });

  test('a moment whose anchor is unknown is left out', () => {
    expect(names(facts())).toEqual(['delivery-promised']);
    expect(names(facts({ acceptedAt: at('2026-12-01 10:00') }))).not.toContain('warm-reminder');
    expect(names(facts({ plannedStartAt: at('2026-12-07 09:00') }))).toEqual(['planned-start', 'delivery-promised']);
  });

  test('each moment tells its reason in the words of the store', () => {
    expect(because(find(everything, 'change-window-ends'))).toBe(
      '72 h after acceptance Tue 2026-12-01 10:00 → Fri 2026-12-04 10:00 (BAK-36)',
    );
    expect(because(find(everything, 'dispatch-remind'))).toBe(
      '30 min before the dispatch check is due Tue 2026-12-08 14:00 → Tue 2026-12-08 13:30 (BAK-70)',
    );
    expect(because(find(everything, 'rating-remind'))).toBe('3 days after delivery Tue 2026-12-08 14:30 → Fri 2026-12-11 14:30 (BAK-82)');
  });

  test('changed numbers of the rulebook move the moments and their reasons', () => {
    const shorter = { ...rules, changeWindow: { unit: 'hours', n: 48 } as const };
    const ends = agenda(everything, shorter, calendar).find(({ name }) => name === 'change-window-ends');
    expect(ends).toMatchObject({ at: at('2026-12-03 10:00'), reason: { base: 'acceptedAt', add: { n: 48, unit: 'hours' } } });
  });
});

test('BAK-27 the feasibility review is reminded after 2 h and due after 4 h', () => {
  expect(find(everything, 'feasibility-remind')).toMatchObject({ at: at('2026-11-30 11:05'), ruleId: 'BAK-27' });
  expect(find(everything, 'feasibility-due')).toMatchObject({ at: at('2026-11-30 13:05'), ruleId: 'BAK-27' });
});

test('BAK-31 the prepayment is reminded after 24 h and handed to the consultant at 48 h', () => {
  expect(find(everything, 'deposit-remind')).toMatchObject({ at: at('2026-12-01 11:00'), ruleId: 'BAK-31' });
  expect(find(everything, 'deposit-hand-over')).toMatchObject({ at: at('2026-12-02 11:00'), ruleId: 'BAK-31' });
});

test('BAK-36 the change window ends 72 h after acceptance, and the customer is reminded 12 h before', () => {
  expect(find(everything, 'change-window-ends')).toMatchObject({ at: at('2026-12-04 10:00'), ruleId: 'BAK-36' });
  expect(find(everything, 'change-window-remind')).toMatchObject({ at: at('2026-12-03 22:00'), ruleId: 'BAK-36' });
});

test('BAK-36 the change window never outlives the delivery it changes; one too short for its reminder has none', () => {
  const soon = { ...everything, deliveryAt: at('2026-12-03 09:00') };
  expect(find(soon, 'change-window-ends')).toMatchObject({
    at: at('2026-12-03 09:00'),
    reason: { rule: 'BAK-36', base: 'deliveryAt', baseAt: at('2026-12-03 09:00') },
  });
  expect(find(soon, 'change-window-remind').at).toBe(at('2026-12-02 21:00'));
  expect(names({ ...everything, deliveryAt: at('2026-12-01 20:00') })).not.toContain('change-window-remind');
  const overdue = { ...everything, deliveryAt: at('2026-11-30 15:00') };
  expect(find(overdue, 'change-window-ends').at).toBe(at('2026-12-01 10:00')); // accepted after its promised hour
});

describe('BAK-48 the materials are settled 8 h after acceptance', () => {
  test('reminded at 6 h', () => {
    expect(find(everything, 'materials-remind')).toMatchObject({ at: at('2026-12-01 16:00'), ruleId: 'BAK-48' });
    expect(find(everything, 'materials-due')).toMatchObject({ at: at('2026-12-01 18:00'), ruleId: 'BAK-48' });
  });

  test('BAK-24 a rush order keeps the earlier of its compressed date and the standard one', () => {
    const rush = (materialsDueAt: string): AgendaFacts => ({
      ...everything,
      compressed: { materialsDueAt: at(materialsDueAt), decorationDueAt: at('2026-12-08 12:00') },
    });
    expect(find(rush('2026-12-01 13:00'), 'materials-due')).toMatchObject({ at: at('2026-12-01 13:00'), ruleId: 'BAK-24' });
    expect(find(rush('2026-12-01 13:00'), 'materials-remind')).toMatchObject({ at: at('2026-12-01 11:00') });
    expect(find(rush('2026-12-01 13:00'), 'materials-complete-due')).toMatchObject({ at: at('2026-12-01 13:00') });
    expect(find(rush('2026-12-01 20:00'), 'materials-due')).toMatchObject({ at: at('2026-12-01 18:00'), ruleId: 'BAK-48' });
    expect(find(rush('2026-12-01 20:00'), 'materials-complete-due')).toMatchObject({ at: at('2026-12-01 20:00'), ruleId: 'BAK-24' });
  });

  test('a compressed date that acceptance has overtaken is due at acceptance', () => {
    const late = { ...everything, compressed: { materialsDueAt: at('2026-12-01 08:00'), decorationDueAt: at('2026-12-08 12:00') } };
    expect(find(late, 'materials-due').at).toBe(at('2026-12-01 10:00'));
    expect(find(late, 'materials-remind').at).toBe(at('2026-12-01 10:00'));
  });
});

test('BAK-47 all materials are in 24 h after acceptance', () => {
  expect(find(everything, 'materials-complete-due')).toMatchObject({ at: at('2026-12-02 10:00'), ruleId: 'BAK-47' });
});

describe('BAK-45 the warm reminder', () => {
  const reminder = (acceptedAt: string, plannedStartAt: string): number =>
    find({ ...everything, acceptedAt: at(acceptedAt), plannedStartAt: at(plannedStartAt) }, 'warm-reminder').at;

  test('goes out at 10:00 on the calendar day before planned start, whatever the hour of the start', () => {
    expect(reminder('2026-12-01 10:00', '2026-12-07 00:00')).toBe(at('2026-12-06 10:00'));
    expect(reminder('2026-12-01 10:00', '2026-12-07 23:59')).toBe(at('2026-12-06 10:00'));
  });

  test('one second before, at and after that hour: an order accepted later is reminded at once', () => {
    expect(reminder('2026-12-06 09:59:59', '2026-12-07 09:00')).toBe(at('2026-12-06 10:00'));
    expect(reminder('2026-12-06 10:00:00', '2026-12-07 09:00')).toBe(at('2026-12-06 10:00'));
    expect(reminder('2026-12-06 10:00:01', '2026-12-07 09:00')).toBe(at('2026-12-06 10:00:01'));
  });

  test('is a day of the store, not of the host: a start at 01:00 there is still the evening before in London', () => {
    expect(reminder('2026-12-01 10:00', '2026-12-07 01:00')).toBe(at('2026-12-06 10:00'));
  });
});

describe('BAK-52 decoration is photographed 24 h before the promised hour', () => {
  test('reminded 4 h earlier', () => {
    expect(find(everything, 'decoration-due')).toMatchObject({ at: at('2026-12-07 15:00'), ruleId: 'BAK-52' });
    expect(find(everything, 'decoration-remind')).toMatchObject({ at: at('2026-12-07 11:00'), ruleId: 'BAK-52' });
  });

  test('an order without decoration has no such moments', () => {
    expect(names({ ...everything, decoration: false })).not.toContain('decoration-due');
    expect(names({ ...everything, decoration: false })).not.toContain('decoration-remind');
  });

  test('a rush order is due when its review said, never after the promised hour', () => {
    const rush = (decorationDueAt: string): AgendaFacts => ({
      ...everything,
      compressed: { materialsDueAt: at('2026-12-01 13:00'), decorationDueAt: at(decorationDueAt) },
    });
    expect(find(rush('2026-12-08 11:00'), 'decoration-due')).toMatchObject({ at: at('2026-12-08 11:00'), ruleId: 'BAK-24' });
    expect(find(rush('2026-12-09 11:00'), 'decoration-due')).toMatchObject({ at: at('2026-12-08 15:00') });
  });
});

test('the stated hour is the promised latest moment', () => {
  expect(find(everything, 'delivery-promised')).toMatchObject({ at: at('2026-12-08 15:00'), ruleId: 'BAK-22' });
});

test('BAK-70 the dispatch check is due 1 h before delivery and reminded 30 minutes earlier; a pick-up order has none', () => {
  expect(find(everything, 'dispatch-due')).toMatchObject({ at: at('2026-12-08 14:00'), ruleId: 'BAK-70' });
  expect(find(everything, 'dispatch-remind')).toMatchObject({ at: at('2026-12-08 13:30'), ruleId: 'BAK-70' });
  expect(names({ ...everything, courier: false }).filter((name) => name.startsWith('dispatch'))).toEqual([]);
});

test('BAK-82 a rating is invited 2 h after delivery, reminded after 3 days, closed after 14 days', () => {
  expect(find(everything, 'rating-invite').at).toBe(at('2026-12-08 16:30'));
  expect(find(everything, 'rating-remind').at).toBe(at('2026-12-11 14:30'));
  expect(find(everything, 'rating-close').at).toBe(at('2026-12-22 14:30'));
});

describe('AFT-88 the follow-up visit', () => {
  const delivered = (wall: string): AgendaFacts => facts({ deliveredAt: at(wall) });

  test('is on day 13 after proof of delivery, at the same time of day', () => {
    const visit = find(delivered('2026-12-08 14:30:07'), 'follow-up');
    expect(visit).toMatchObject({ at: at('2026-12-21 14:30:07'), ruleId: 'AFT-88' });
    expect(because(visit)).toBe('13 days after delivery Tue 2026-12-08 14:30 → Mon 2026-12-21 14:30 (AFT-88)');
  });

  test('moves to the same time of the next open day when the store is closed, and says so', () => {
    const visit = find(delivered('2026-09-20 16:20:30'), 'follow-up');
    expect(visit.at).toBe(at('2026-10-08 16:20:30')); // 3 October lies in the National Day week, open again on the 8th
    expect(because(visit)).toBe(
      '13 days after delivery Sun 2026-09-20 16:20 → Sat 2026-10-03 16:20 (AFT-88); the store is closed, moved to Thu 2026-10-08 16:20',
    );
  });

  test('a store that rests on Sundays, and closes one Monday, is visited from on Tuesday', () => {
    const own = defaultCalendar({ weekdays: [1, 2, 3, 4, 5, 6], closures: { '2026-12-21': 'closed' } });
    expect(find(delivered('2026-12-07 09:00'), 'follow-up', own).at).toBe(at('2026-12-22 09:00'));
  });

  test('AFT-89 is tried again a day after it was in vain, on an open day', () => {
    const again = find(facts({ followUpTriedAt: at('2026-12-21 15:00') }), 'follow-up-retry');
    expect(again).toMatchObject({ at: at('2026-12-22 15:00'), ruleId: 'AFT-89' });
    expect(because(again)).toBe('24 h after the last attempt Mon 2026-12-21 15:00 → Tue 2026-12-22 15:00 (AFT-89)');
    expect(find(facts({ followUpTriedAt: at('2026-09-30 15:00') }), 'follow-up-retry').at).toBe(at('2026-10-08 15:00')); // National Day week
  });

  test('in a year whose holidays are unknown it goes by weekdays only where the calendar says so, and tells it', () => {
    const known = delivered('2026-12-25 12:00');
    expect(find(known, 'follow-up')).toMatchObject({
      at: at('2027-01-07 12:00'),
      reason: { assumedYear: 2027 },
    });
    expect(() => agenda(known, rules, defaultCalendar({ assumeWeekdays: false }))).toThrow('no public holidays for 2027');
  });
});

describe('a production day', () => {
  const day = (wall: string, cal = calendar) => productionDay(at(wall), rules, cal);

  test('BAK-49 photos are due at 17:00 and reminded at 16:00; work begun one second before counts today, at 17:00 and after tomorrow', () => {
    expect(day('2026-12-07 16:59:59')).toMatchObject({
      day: '2026-12-07',
      photosRemindAt: at('2026-12-07 16:00'),
      photosDueAt: at('2026-12-07 17:00'),
    });
    expect(day('2026-12-07 17:00:00')).toMatchObject({ day: '2026-12-08', photosDueAt: at('2026-12-08 17:00') });
    expect(day('2026-12-07 17:00:01')).toMatchObject({ day: '2026-12-08', photosRemindAt: at('2026-12-08 16:00') });
  });

  test('BAK-51 the quality check is due at 18:00 and reminded at 17:30 of the same day', () => {
    expect(day('2026-12-07 08:00')).toMatchObject({ qualityRemindAt: at('2026-12-07 17:30'), qualityDueAt: at('2026-12-07 18:00') });
    expect(day('2026-12-07 18:00')).toMatchObject({ day: '2026-12-08', qualityDueAt: at('2026-12-08 18:00') });
  });

  test('days on which the store is closed are skipped', () => {
    expect(day('2026-09-30 18:30').day).toBe('2026-10-08');
    expect(day('2026-12-05 09:00', defaultCalendar({ weekdays: [1, 2, 3, 4, 5] })).day).toBe('2026-12-07');
    expect(day('2026-10-02 09:00', defaultCalendar({ closures: { '2026-10-02': 'open' } })).day).toBe('2026-10-02');
  });
});
