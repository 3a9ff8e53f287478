import { BAKERY, type BakeryRules } from '../../src/bakery/rulebook.rules';
import type { Rule } from '../../src/base/rule';

/** Every number of the regulation and of our reading of it, by hand from the catalogue. */
const NUMBERS: Readonly<Record<string, Partial<Record<keyof BakeryRules, string>>>> = {
  'BAK-03': { nextRung: '4 hours' },
  'BAK-08': { quietFrom: '21:00', quietUntil: '08:00' },
  'BAK-25': { designReminder: '24 hours' },
  'BAK-27': { feasibilityRemind: '2 hours', feasibilityDue: '4 hours' },
  'BAK-31': { depositShare: '30 percent', depositRemind: '24 hours', depositHandOver: '48 hours' },
  'BAK-33': { letterDelivered: '1 hours' },
  'BAK-36': { changeWindow: '72 hours', changeWindowRemind: '12 hours' },
  'BAK-37': { changeDecisionRemind: '2 hours', changeDecisionDue: '4 hours' },
  'BAK-39': { cancellationRemind: '2 hours', cancellationDue: '4 hours', refundDue: '3 calendar-days' },
  'BAK-41': { repairDue: '4 hours' },
  'BAK-45': { reminderTime: '10:00' },
  'BAK-47': { materialsComplete: '24 hours' },
  'BAK-48': { materialsDue: '8 hours', materialsRemind: '6 hours' },
  'BAK-49': { photosDue: '17:00', photosRemind: '16:00' },
  'BAK-51': { qualityDue: '18:00', qualityRemind: '17:30' },
  'BAK-52': { decorationBefore: '24 hours', decorationRemind: '4 hours' },
  'BAK-58': { shortageReport: '2 hours' },
  'BAK-59': { backupSupplier: '4 hours', backupSupplierRemind: '3 hours' },
  'BAK-60': { alternativeReply: '12 hours' },
  'BAK-61': { escalationResponse: '4 hours' },
  'BAK-70': { dispatchCheck: '1 hours', dispatchRemind: '30 minutes' },
  'BAK-76': { receiptProblem: '30 minutes' },
  'BAK-77': { balanceDue: '4 hours' },
  'BAK-81': { committeeReport: '1 hours', committeeDecision: '4 hours', committeeQuorum: '2 count' },
  'BAK-82': { ratingInvite: '2 hours', ratingRemind: '3 calendar-days', ratingClose: '14 calendar-days' },
  'BAK-86': { exceptionResponse: '4 hours' },
  'AFT-88': { followUpVisit: '13 calendar-days', visitSoonerBelow: '4 count', followUpDue: '8 hours' },
  'AFT-89': { followUpRetry: '24 hours', followUpAttempts: '3 count' },
};

const said = ({ value }: Rule): string => (value.unit === 'time-of-day' ? value.at : `${value.n} ${value.unit}`);

test.each(Object.entries(NUMBERS))('%s counts with its numbers, and with no others', (id, numbers) => {
  const rows = Object.entries<Rule>(BAKERY).filter(([, rule]) => rule.id === id);
  expect(Object.fromEntries(rows.map(([key, rule]) => [key, said(rule)]))).toEqual(numbers);
});

test('no number is left out', () => {
  expect(Object.values(NUMBERS).flatMap(Object.keys).sort()).toEqual(Object.keys(BAKERY).sort());
});
