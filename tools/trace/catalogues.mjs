import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const RULE = /^- \*\*(([A-Z]+)-\d+)\*\*\s+(.*)$/gm;

/** The catalogues in a folder: a rule is a bullet that begins with its id in bold. All rules of a file have one prefix. */
export const readCatalogues = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const found = [...readFileSync(join(folder, file), 'utf8').matchAll(RULE)];
      const rules = found.map(([, id, , text]) => ({ id, text: text.replace(/ — .*/, '') }));
      return { name: basename(file, '.md'), prefix: found[0]?.[2], rules };
    })
    .filter(({ prefix }) => prefix !== undefined);

/**
 * Rules that are not to be built, with the reason: `{ "BAK-14": "…", "AGR-*": "…" }`, where a star means every rule of a catalogue that has no
 * line of its own. A map from id to reason.
 */
export function readOutOfScope(file, catalogues) {
  if (!existsSync(file)) return new Map();
  const declared = JSON.parse(readFileSync(file, 'utf8'));
  const whole = catalogues.filter(({ prefix }) => declared[`${prefix}-*`] !== undefined);
  const known = whole.map(({ prefix }) => `${prefix}-*`);
  return new Map([
    ...whole.flatMap(({ prefix, rules }) => rules.map(({ id }) => [id, declared[`${prefix}-*`]])),
    ...Object.entries(declared).filter(([id]) => !known.includes(id)),
  ]);
}
