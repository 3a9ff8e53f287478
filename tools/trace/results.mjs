import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

/**
 * Every test with its whole title and its state: what jest's report says (`passed`, `failed`, `pending`, …), or `titled` where only the source
 * is known: there is no report, or the last run left that file out.
 * @returns {{ tests: { file: string, title: string, state: string }[], fromReport: boolean, notes: string[] }}
 */
export function readResults(folder, reportFile) {
  const files = testFiles(folder);
  if (!existsSync(reportFile))
    return { tests: files.flatMap(titled), fromReport: false, notes: [`There is no ${reportFile}: npm test writes it.`] };

  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  const ran = report.testResults.map((suite) => ({ ...suite, file: relative(process.cwd(), suite.name) }));
  const tests = ran.flatMap(({ file, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ file, title: fullName, state: status })),
  );
  const missing = files.filter((file) => !ran.some((suite) => suite.file === file));
  const newer = files.filter((file) => statSync(file).mtimeMs > report.startTime);
  const notes = [
    missing.length > 0
      ? `${missing.length} of ${files.length} test files are not in the report: the last run was a part of the suite.`
      : '',
    newer.length > 0 ? `${newer.length} test files are newer than the report.` : '',
  ].filter(Boolean);
  return { tests: [...tests, ...missing.flatMap(titled)], fromReport: true, notes };
}

const testFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

const titled = (file) => titlesOf(file).map((title) => ({ file, title, state: 'titled' }));

/** The first argument of each `describe`, `test` or `it`, also behind `.each(…)` and the like. */
function titlesOf(file) {
  const ts = typescript();
  const titles = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && /^(?:describe|test|it)$/.test(rootName(ts, node.expression))) {
      const [title] = node.arguments;
      if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) titles.push(title.getText().slice(1, -1));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return titles;
}

function rootName(ts, node) {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return rootName(ts, node.expression);
  return ts.isTaggedTemplateExpression(node) ? rootName(ts, node.tag) : '';
}

/** Half a second to load, so only when titles have to be read from the sources. */
const typescript = () => createRequire(import.meta.url)('typescript');
