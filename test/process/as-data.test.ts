import { asData, fromData } from '../../workflows/process/as-data';

describe('state as data', () => {
  test('comes through JSON as it was: maps and sets in their order, also within each other', () => {
    const state = {
      reported: new Map([
        ['b', { at: 2, told: new Set(['x', 'y']) }],
        ['a', { at: 1, told: new Set<string>() }],
      ]),
      none: null,
      lines: [{ n: 1 }, { n: 2 }],
    };
    const through = fromData(JSON.parse(JSON.stringify(asData(state))) as ReturnType<typeof asData>);
    expect(through).toEqual(state);
    expect([...(through as typeof state).reported.keys()]).toEqual(['b', 'a']);
  });

  test('leaves behind what no data is', () => {
    expect(asData({ silence: () => undefined, missing: undefined, kept: 0 })).toEqual({ kept: 0 });
  });
});
