import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

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
 * What stands of each rule, from `<folder>/<catalogue>.yaml`: `BAK-16: whole`, `BAK-02: { part: [what is missing, in the catalogue's words] }`, or
 * `BAK-99: { out: why it is not to be built }`. A rule without a line has not been begun. `faults` says what cannot be read, or names nothing.
 * @returns {{ statuses: Map<string, { is: 'whole' | 'part' | 'out', missing: string[] }>, faults: string[] }}
 */
export function readStatuses(folder, catalogues) {
  const statuses = new Map();
  const faults = [];
  const known = new Set(catalogues.flatMap(({ rules }) => rules.map(({ id }) => id)));
  for (const { name, prefix } of catalogues) {
    const file = `${folder}/${name}.yaml`;
    if (!existsSync(file)) continue;
    for (const [id, given] of Object.entries(parse(readFileSync(file, 'utf8')) ?? {})) {
      const status = statusOf(given);
      if (!known.has(id) || !id.startsWith(`${prefix}-`)) faults.push(`${file} names ${id}, which its catalogue has not.`);
      else if (status === null) faults.push(`${file}: ${id} must be "whole", { part: [missing clauses] } or { out: reason }.`);
      else statuses.set(id, status);
    }
  }
  return { statuses, faults };
}

const isText = (x) => typeof x === 'string' && x.trim() !== '';

function statusOf(given) {
  if (given === 'whole') return { is: 'whole', missing: [] };
  const [[is, what] = []] = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  if (is === 'part' && Array.isArray(what) && what.length > 0 && what.every(isText)) return { is, missing: what };
  if (is === 'out' && isText(what)) return { is, missing: [what] };
  return null;
}
