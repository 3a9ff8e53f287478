// npm run trace: which rules of the catalogues are proved by a test that passes. Run from the project's folder.
//   --missing BAK   the rules of a catalogue that no passing test names
//   --tests BAK     each rule of a catalogue with the tests that name it
// Fails when a title, or docs/spec/out-of-scope.json, names a rule that does not exist.
import { readCatalogues, readOutOfScope } from './trace/catalogues.mjs';
import { readResults } from './trace/results.mjs';

const [option, prefix] = process.argv.slice(2);
const catalogues = readCatalogues('docs/spec');
const outOfScope = readOutOfScope('docs/spec/out-of-scope.json', catalogues);
const results = readResults('test', '.cache/jest-report.json');

const rules = new Map(catalogues.flatMap((catalogue) => catalogue.rules.map((rule) => [rule.id, rule])));
const ID = new RegExp(`\\b(?:${catalogues.map((catalogue) => catalogue.prefix).join('|')})-\\d+\\b`, 'g');
const idsIn = (title) => title.match(ID) ?? [];

/** A rule is proved when a test that names it passed and none that names it failed; without a report, when a title names it. */
const tests = new Map([...rules.keys()].map((id) => [id, []]));
const strange = [];
for (const result of results.tests)
  for (const id of idsIn(result.title)) {
    if (tests.has(id)) tests.get(id).push(result);
    else strange.push(`${result.file}: "${result.title}" names ${id}, which no catalogue has.`);
  }
for (const id of outOfScope.keys()) if (!rules.has(id)) strange.push(`docs/spec/out-of-scope.json names ${id}, which no catalogue has.`);
const proves = results.fromReport ? 'passed' : 'titled';
const isProved = ({ id }) => tests.get(id).some(({ state }) => state === proves) && !tests.get(id).some(({ state }) => state === 'failed');
const isOpen = (rule) => !isProved(rule) && !outOfScope.has(rule.id);

if (option === undefined) summarise();
else if (['--missing', '--tests'].includes(option) && catalogues.some((catalogue) => catalogue.prefix === prefix)) list();
else strange.push(`Usage: npm run trace [-- --missing|--tests ${catalogues.map((catalogue) => catalogue.prefix).join('|')}]`);

for (const sentence of new Set(strange)) console.error(sentence);
process.exitCode = strange.length > 0 ? 1 : 0;

function summarise() {
  for (const note of results.notes) console.log(note);
  for (const { name, prefix: short, rules: all } of catalogues) {
    const proved = all.filter(isProved);
    const declared = all.filter((rule) => !isProved(rule) && outOfScope.has(rule.id));
    const how = results.fromReport ? 'named by a passing test' : 'named by a title (no report: nothing is known to pass)';
    console.log(
      `${name} (${short}): ${all.length} ids, ${proved.length} ${how}, ${declared.length} declared out of scope, ${all.filter(isOpen).length} without a test`,
    );
    for (const [reason, ids] of byReason(declared)) console.log(`    out of scope: ${ids.join(', ')}: ${reason}`);
  }
}

function byReason(declared) {
  const groups = new Map();
  for (const { id } of declared) groups.set(outOfScope.get(id), [...(groups.get(outOfScope.get(id)) ?? []), id]);
  return [...groups].map(([reason, ids]) => [reason, ids.length > 12 ? [`${ids.length} ids, ${ids[0]} to ${ids.at(-1)}`] : ids]);
}

function list() {
  const all = catalogues.find((catalogue) => catalogue.prefix === prefix).rules;
  if (option === '--missing') for (const { id, text } of all.filter(isOpen)) console.log(`${id}  ${text}`);
  else
    for (const { id } of all) {
      const named = tests.get(id).map(({ state, title, file }) => `\n    ${state}: ${title} (${file})`);
      console.log(`${id}${named.join('') || '  no test'}`);
    }
}
