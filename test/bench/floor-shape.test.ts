import { shareOf } from '../../bench/floor/shape';
import { codeBytes } from '../../bench/throughput/bundle-size';

test.each([
  [0, 5],
  [3, 21],
  [16, 21],
  [26, 21],
  [12, 1],
])('%p things over %p places: all are placed, no place has more than one above another', (total, places) => {
  const shares = Array.from({ length: places }, (_, place) => shareOf(total, places, place));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
});

test('a bundle is weighed in bytes of UTF-8 without its inline source map', () => {
  expect(codeBytes('const 糕 = 1;\n//# sourceMappingURL=data:application/json;base64,AAAA')).toBe(14);
  expect(codeBytes('const a = 1;')).toBe(12);
});
