// node bench/console.mjs: what a browser fetches of the console, in bytes as they are sent, against the budget. Fails when one is over.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../tools/setup/project.mjs';

const DIR = inProject('dist', 'web');
const manifest = JSON.parse(readFileSync(join(DIR, '.vite', 'manifest.json'), 'utf8'));
const ENTRY = 'index.html';

/** Kilobytes, gzipped: a telephone on a shop's network reads the first of them before it shows anything. */
const BUDGET = [
  { name: 'First script, with the tasks page and its forms', chunks: [ENTRY, 'src/pages/tasks/tasks.tsx'], kind: 'js', most: 230 },
  { name: 'Styles', chunks: [ENTRY, 'src/pages/tasks/tasks.tsx'], kind: 'css', most: 25 },
  { name: 'Lists, when a form asks for one', chunks: ['src/forms/widgets/choice.tsx'], kind: 'js', most: 45 },
  {
    name: 'Dates, when a form asks for one, beside lists',
    chunks: ['src/forms/widgets/instant.tsx'],
    beside: ['src/forms/widgets/choice.tsx'],
    kind: 'js',
    most: 35,
  },
  { name: 'Signature, when a form asks for one', chunks: ['src/forms/widgets/signature.tsx'], kind: 'js', most: 8 },
];

/** A chunk with all that must be there before it runs. */
function closure(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of manifest[name].imports ?? []) closure(other, found);
  return found;
}
const filesOf = (names, kind) => [...names].flatMap((name) => (kind === 'css' ? (manifest[name].css ?? []) : [manifest[name].file]));
const gzipped = (files) => [...new Set(files)].reduce((sum, file) => sum + statSync(join(DIR, `${file}.gz`)).size, 0) / 1000;

const first = closure('src/pages/tasks/tasks.tsx', closure(ENTRY));
let over = 0;
for (const { name, chunks, beside = [], kind, most } of BUDGET) {
  const needed = new Set(chunks.flatMap((chunk) => [...closure(chunk)]));
  const there = new Set([...(chunks.includes(ENTRY) ? [] : first), ...beside.flatMap((chunk) => [...closure(chunk)])]);
  const own = new Set([...needed].filter((chunk) => !there.has(chunk)));
  const kilobytes = gzipped(filesOf(own, kind));
  if (kilobytes > most) over++;
  console.log(`${name.padEnd(50)} ${kilobytes.toFixed(1).padStart(7)} kB of ${most}${kilobytes > most ? '  OVER' : ''}`);
}
process.exitCode = over === 0 ? 0 : 1;
