// Writes src/base/holidays.data.ts from the public holidays that chinese-days carries. Run it when the State Council has published the
// next year (usually November) and chinese-days has been updated:
//   node tools/holidays.mjs            writes the file
//   node tools/holidays.mjs --check    fails when the committed file differs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const FIRST_YEAR = 2024;
const target = fileURLToPath(new URL('../src/base/holidays.data.ts', import.meta.url));

const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');
const since = (table) =>
  Object.keys(table)
    .filter((day) => Number(day.slice(0, 4)) >= FIRST_YEAR)
    .sort();
// A year counts as covered once its National Day is in: a notice may name a stray day of a neighbouring year.
const years = [...new Set(since(holidays).map((day) => Number(day.slice(0, 4))))].filter((year) => `${year}-10-01` in holidays);

const list = (days) => days.map((day) => `  '${day}',\n`).join('');
const text = `// Written by tools/holidays.mjs from chinese-days; do not edit. Store days as YYYY-MM-DD.

/** The years whose public holidays are known. Of any other year nothing may be guessed. */
export const HOLIDAY_YEARS: readonly number[] = [${years.join(', ')}];

/** Public holidays of mainland China, weekends within them included. */
export const HOLIDAYS: readonly string[] = [
${list(since(holidays))}];

/** Saturdays and Sundays worked in exchange for a long holiday. */
export const MAKE_UP_DAYS: readonly string[] = [
${list(since(workdays))}];
`;

if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
  console.log(`holidays of ${years.join(', ')} written`);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/base/holidays.data.ts differs from chinese-days: run node tools/holidays.mjs');
  process.exit(1);
}
