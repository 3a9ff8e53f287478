import { winnerOf } from '../../workflows/process/votes';

test.each<[string[], string]>([
  [['release', 'release'], 'release'],
  [['destroy', 'release', 'destroy'], 'destroy'],
  [['release', 'destroy'], 'hold'],
  [['hold', 'release', 'destroy'], 'hold'],
  [['destroy', 'release', 'destroy', 'release', 'hold'], 'hold'],
  [['destroy'], 'destroy'],
  [[], 'hold'],
])('members who vote %j decide to %s; where no choice leads, to hold', (votes, decided) => {
  expect(winnerOf(votes, 'hold')).toBe(decided);
});
