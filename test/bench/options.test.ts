import { readOptions } from '../../bench/options';
import { StartProblem } from '../../src/local-shop/start-problem';

test('what is not given has its default', () => {
  expect(readOptions([])).toMatchObject({
    load: false,
    orders: 200,
    parked: 20_000,
    cache: 2_000,
    timers: 1_000,
    'soak-minutes': 20,
    rate: 50,
  });
});

test('what is given is read', () => {
  expect(readOptions(['--load', '--parked', '300', '--soak-minutes', '0.5'])).toMatchObject({
    load: true,
    parked: 300,
    'soak-minutes': 0.5,
  });
});

test.each([[['--orders', 'many']], [['--orders=-1']], [['--in-flight', '0']], [['--speed', '9']]])(
  '%p is refused with a reason',
  (args) => {
    expect(() => readOptions(args)).toThrow(StartProblem);
  },
);
