import { readFileSync } from 'node:fs';
import { VARIABLES } from '../../src/config/variables';

/** A line `# NAME=value` or `NAME=value` of `.env.example`. */
const ENTRY = /^#? ?([A-Z][A-Z_]+)=(.*)$/;
const entries = readFileSync('.env.example', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name, value] = ENTRY.exec(line) ?? [];
    return name === undefined ? [] : [{ name, value }];
  });

describe('.env.example', () => {
  test('has every variable once, in the order of the table', () => {
    expect(entries.map(({ name }) => name)).toEqual(Object.values(VARIABLES).map(({ name }) => name));
  });

  test('shows the defaults as they are', () => {
    const defaults = Object.values(VARIABLES).flatMap((row) => ('fallback' in row ? [{ name: row.name, value: row.fallback }] : []));
    expect(entries).toEqual(expect.arrayContaining(defaults));
  });

  test.each(Object.values(VARIABLES))('shows for $name a value that would be accepted', ({ name, schema }) => {
    const value = entries.find((entry) => entry.name === name)?.value;
    expect(schema.safeParse(value)).toMatchObject({ success: true });
  });

  test.each(Object.values(VARIABLES))('says what $name means', ({ means }) => {
    expect(readFileSync('.env.example', 'utf8')).toContain(`# ${means}`);
  });
});
