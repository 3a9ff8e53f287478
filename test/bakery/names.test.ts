import { namesOf } from '../../src/process/outbox/names';

test.each([
  ['inch', '{n} 寸', '{n} inches'],
  ['tier', '{n} 层', '{n} tiers'],
  ['piece', '{n} 只装', '{n} pieces'],
  ['person', '{n} 人份', 'for {n} people'],
])('BAK-23 letters say a size in %s in the language of their reader', (unit, zh, en) => {
  expect(namesOf('unit', unit)).toEqual({ zh, en });
});
