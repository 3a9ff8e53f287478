import fc from 'fast-check';
import { agenda, productionDay, type AgendaFacts, type MomentName } from '../../src/bakery/agenda.rules';
import { defaultCalendar, isOpenDay, localDay } from '../../src/base/calendar';
import { bakeryRules } from '../../src/bakery/rulebook.rules';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';

const rules = bakeryRules();
const calendar = defaultCalendar();
const instant = fc.integer({ min: Date.UTC(2024, 0, 2), max: Date.UTC(2027, 11, 1) });
const maybe = fc.option(instant);
const someFacts: fc.Arbitrary<AgendaFacts> = fc.record({
  intakeAt: instant,
  reviewAt: maybe,
  feasibleAt: maybe,
  acceptedAt: maybe,
  plannedStartAt: maybe,
  deliveryAt: instant,
  deliveredAt: maybe,
  followUpTriedAt: maybe,
  decoration: fc.boolean(),
  courier: fc.boolean(),
  compressed: fc.option(fc.record({ materialsDueAt: instant, decorationDueAt: instant })),
});
const byName = (facts: AgendaFacts): Partial<Record<MomentName, number>> =>
  Object.fromEntries(agenda(facts, rules, calendar).map(({ name, at }) => [name, at]));

describe('whatever is known of an order, its agenda', () => {
  test('is in order, names nothing twice, and cites a rule that its reason repeats', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const moments = agenda(facts, rules, calendar);
        const instants = moments.map(({ at }) => at);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect(new Set(moments.map(({ name }) => name)).size).toBe(moments.length);
        for (const { ruleId, reason } of moments) {
          expect(ruleId).toMatch(/^(BAK|AFT)-\d{2}$/);
          expect(reason.rule).toBe(ruleId);
        }
      }),
    );
  });

  test('comes out the same when asked again, and survives a journey as JSON', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const once = agenda(facts, rules, calendar);
        const travelled = JSON.parse(JSON.stringify({ facts, rules, calendar })) as {
          facts: AgendaFacts;
          rules: typeof rules;
          calendar: typeof calendar;
        };
        expect(agenda(travelled.facts, travelled.rules, travelled.calendar)).toEqual(once);
      }),
    );
  });

  test('BAK-36 never promises a change window beyond the delivery of an order accepted in time', () => {
    fc.assert(
      fc.property(someFacts, instant, (facts, acceptedAt) => {
        const ends = byName({ ...facts, acceptedAt })['change-window-ends'] ?? 0;
        expect(ends - acceptedAt).toBeLessThanOrEqual(72 * HOUR_MS);
        expect(ends).toBeLessThanOrEqual(Math.max(acceptedAt, facts.deliveryAt));
      }),
    );
  });

  test('never has a reminder after the deadline it reminds of', () => {
    const pairs: [MomentName, MomentName][] = [
      ['feasibility-remind', 'feasibility-due'],
      ['deposit-remind', 'deposit-hand-over'],
      ['materials-remind', 'materials-due'],
      ['change-window-remind', 'change-window-ends'],
      ['decoration-remind', 'decoration-due'],
      ['dispatch-remind', 'dispatch-due'],
      ['dispatch-due', 'delivery-promised'],
      ['rating-invite', 'rating-remind'],
      ['rating-remind', 'rating-close'],
    ];
    fc.assert(
      fc.property(someFacts, (facts) => {
        const at = byName(facts);
        for (const [first, then] of pairs) {
          expect(at[first] ?? -Infinity).toBeLessThanOrEqual(at[then] ?? -Infinity); // both, or a deadline alone
        }
      }),
    );
  });

  test('never loosens a materials deadline for a rush order, nor asks for materials before acceptance', () => {
    fc.assert(
      fc.property(someFacts, instant, (facts, acceptedAt) => {
        const at = byName({ ...facts, acceptedAt });
        expect(at['materials-due']).toBeLessThanOrEqual(acceptedAt + 8 * HOUR_MS);
        expect(at['materials-complete-due']).toBeLessThanOrEqual(acceptedAt + 24 * HOUR_MS);
        expect(at['materials-due']).toBeGreaterThanOrEqual(acceptedAt);
        expect(at['materials-due']).toBeLessThanOrEqual(at['materials-complete-due'] ?? NaN);
      }),
    );
  });

  test('puts the follow-up on an open day, 13 days after delivery or as soon afterwards as the store opens', () => {
    fc.assert(
      fc.property(someFacts, instant, (facts, deliveredAt) => {
        const at = byName({ ...facts, deliveredAt })['follow-up'] ?? NaN;
        const thirteenth = deliveredAt + 13 * DAY_MS;
        expect(isOpenDay(calendar, localDay(calendar, at))).toBe(true);
        expect((at - thirteenth) % DAY_MS).toBe(0);
        for (let day = thirteenth; day < at; day += DAY_MS) expect(isOpenDay(calendar, localDay(calendar, day))).toBe(false);
      }),
    );
  });
});

test('a production day is open, its photo cut-off lies ahead, and it is the first such day', () => {
  fc.assert(
    fc.property(instant, (from) => {
      const found = productionDay(from, rules, calendar);
      expect(found.photosDueAt).toBeGreaterThan(from);
      expect(isOpenDay(calendar, found.day)).toBe(true);
      for (const at of [found.photosRemindAt, found.photosDueAt, found.qualityRemindAt, found.qualityDueAt]) {
        expect(localDay(calendar, at)).toBe(found.day);
      }
      for (let at = found.photosDueAt - DAY_MS; at > from; at -= DAY_MS) expect(isOpenDay(calendar, localDay(calendar, at))).toBe(false);
    }),
  );
});
