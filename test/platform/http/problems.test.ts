import { readFileSync } from 'node:fs';
import { problemsPage } from '../../../src/platform/http/problems-page';
import { REFUSALS } from '../../../src/base/refusals';

test('docs/problems.md says of every code when it happens and what to do, and of no code that is gone', () => {
  const page = readFileSync('docs/problems.md', 'utf8');
  expect(page).toBe(problemsPage());
  expect([...page.matchAll(/^## `([\w-]+)`/gm)].map((match) => match[1])).toEqual(Object.keys(REFUSALS));
});
