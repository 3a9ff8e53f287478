import { latencyOf, median, percentile } from '../../bench/stats';

describe('percentiles by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  test.each([
    [0, 1],
    [1, 1],
    [50, 50],
    [99, 99],
    [99.5, 100],
    [100, 100],
  ])('the %p-th of 1 … 100, given in any order, is %p', (p, expected) => {
    expect(percentile(hundred, p)).toBe(expected);
  });

  test('of few values the high percentiles are the highest value, and never one that was not measured', () => {
    expect(percentile([7, 3], 99)).toBe(7);
    expect(percentile([7, 3], 50)).toBe(3);
    expect(percentile([5], 1)).toBe(5);
  });

  test('the values are left as they were', () => {
    const values = [3, 1, 2];
    percentile(values, 50);
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  test('of nothing there is no figure', () => {
    expect(percentile([], 50)).toBeNaN();
    expect(median([])).toBeNaN();
    expect(latencyOf([])).toEqual({ count: 0, p50Ms: NaN, p99Ms: NaN, maxMs: NaN });
  });
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[10, 9], 9.5],
])('the median of %p is %p', (values, expected) => {
  expect(median(values)).toBe(expected);
});
