import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = 'web/src';
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

/** A source without its books of words: they stand in a file of their own, or beside the one part that says them. */
const withoutWords = (source: string): string => source.replace(/inBoth\(\{[\s\S]*?\n\}\);/g, '').replace(/\/\*\*?[\s\S]*?\*\//g, '');

test('no page says anything of its own: every word stands in a book that has it in both languages', () => {
  expect(sources.length).toBeGreaterThan(60);
  const told = sources
    .filter((name) => name !== join('time', 'time.ts')) // how times are said in Chinese
    .filter((name) => /[\u3000-\u9fff\uff00-\uffef]/.test(withoutWords(readFileSync(join(ROOT, name), 'utf8'))));
  // what a Chinese keyboard writes between digits
  expect(told).toEqual([join('forms', 'money.ts')]);
});

test('no part of the screen has a sentence in it', () => {
  const told = sources
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) =>
      [...withoutWords(readFileSync(join(ROOT, name), 'utf8')).matchAll(/>\s*([A-Za-z][A-Za-z ,.’]+)\s*</g)].map(
        ([, text]) => `${name}: ${text}`,
      ),
    )
    .filter((found) => !/: (?:React|T|K|Item|string|number|void|Values|Promise|boolean)\b/.test(found));
  expect(told).toEqual([`${join('pages', 'sign-in', 'sign-in.tsx')}: Levain`]);
});
