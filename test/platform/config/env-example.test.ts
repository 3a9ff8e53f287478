import { readFileSync } from 'node:fs';
import { VARIABLES } from '../../../src/platform/config/variables';

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

  test('agrees with the manual and the compose file on how far ahead orders are taken', () => {
    expect(readFileSync('docs/operations.md', 'utf8')).toContain('`LEVAIN_ORDER_AHEAD_DAYS` (731)');
    expect(readFileSync('docker-compose.yml', 'utf8')).toContain('LEVAIN_ORDER_AHEAD_DAYS: ${LEVAIN_ORDER_AHEAD_DAYS:-731}');
    expect(VARIABLES.orderAheadDays.fallback).toBe('731');
  });

  test.each(Object.values(VARIABLES))('says what $name means', ({ means }) => {
    expect(readFileSync('.env.example', 'utf8')).toContain(`# ${means}`);
  });
});
