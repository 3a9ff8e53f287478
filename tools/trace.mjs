// npm run trace: what stands of the rules of the catalogues, by docs/spec/status, and which tests prove it. Run from the project's folder.
//   --missing BAK   the rules of a catalogue that are not whole, each with the clauses that are missing
//   --tests BAK     each rule of a catalogue with the tests that name it
// Fails when a title or a status names a rule that does not exist, a rule that a test names has no status, or a whole one has no test that passes.
import { readCatalogues, readStatuses } from './trace/catalogues.mjs';
import { readResults } from './trace/results.mjs';

const [option, prefix] = process.argv.slice(2);
const catalogues = readCatalogues('docs/spec');
const { statuses, faults } = readStatuses('docs/spec/status', catalogues);
const results = readResults('test', '.cache/jest-report.json');

const rules = new Map(catalogues.flatMap((catalogue) => catalogue.rules.map((rule) => [rule.id, rule])));
const ID = new RegExp(`\\b(?:${catalogues.map((catalogue) => catalogue.prefix).join('|')})-\\d+\\b`, 'g');
const idsIn = (title) => title.match(ID) ?? [];

const tests = new Map([...rules.keys()].map((id) => [id, []]));
const strange = [...faults];
for (const result of results.tests)
  for (const id of idsIn(result.title)) {
    if (tests.has(id)) tests.get(id).push(result);
    else strange.push(`${result.file}: "${result.title}" names ${id}, which no catalogue has.`);
  }

/** A rule is proved when a test that names it passed and none that names it failed; without a report, when a title names it. */
const proves = results.fromReport ? 'passed' : 'titled';
const isProved = ({ id }) => tests.get(id).some(({ state }) => state === proves) && !tests.get(id).some(({ state }) => state === 'failed');
const statusOf = ({ id }) => statuses.get(id)?.is ?? 'not begun';
for (const rule of rules.values()) {
  if (tests.get(rule.id).length > 0 && !statuses.has(rule.id))
    strange.push(`A test names ${rule.id}, which has no status in docs/spec/status.`);
  if (statusOf(rule) === 'whole' && !isProved(rule)) strange.push(`${rule.id} is called whole, and no test that names it passes.`);
}

if (option === undefined) summarise();
else if (['--missing', '--tests'].includes(option) && catalogues.some((catalogue) => catalogue.prefix === prefix)) list();
else strange.push(`Usage: npm run trace [-- --missing|--tests ${catalogues.map((catalogue) => catalogue.prefix).join('|')}]`);

for (const sentence of new Set(strange)) console.error(sentence);
process.exitCode = strange.length > 0 ? 1 : 0;

function summarise() {
  for (const { name, prefix: short, rules: all } of catalogues) {
    const count = (is) => `${all.filter((rule) => statusOf(rule) === is).length} ${is}`;
    const named = all.filter(({ id }) => tests.get(id).length > 0).length;
    const how = results.fromReport ? `${all.filter(isProved).length} with a test that passes` : 'no report: nothing is known to pass';
    console.log(
      `${name} (${short}): ${['whole', 'part', 'out', 'not begun'].map(count).join(', ')}; of ${all.length} ids ${named} are named by a test, ${how}`,
    );
  }
  for (const note of results.notes) console.log(note);
}

function list() {
  const all = catalogues.find((catalogue) => catalogue.prefix === prefix).rules;
  if (option === '--missing')
    for (const rule of all.filter((one) => statusOf(one) !== 'whole')) {
      const missing = (statuses.get(rule.id)?.missing ?? []).map((clause) => `\n    ${clause}`).join('');
      console.log(`${rule.id}  ${statusOf(rule)}  ${rule.text}${missing}`);
    }
  else
    for (const { id } of all) {
      const named = tests.get(id).map(({ state, title, file }) => `\n    ${state}: ${title} (${file})`);
      console.log(`${id}${named.join('') || '  no test'}`);
    }
}
