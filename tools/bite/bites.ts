import ts from 'typescript';
import type { Bite, Change } from './bite-types';
import { checkAt } from './checks';
import { KINDS } from './kinds';
import { takesConditions } from './kinds/dropped';
import { idsNamedBy, isLabel, nameOf } from './rule-ids';
import { inheritedIds, joinedIds, keyedTables, type IdsOf } from './tables';
import { wordsOf, type Words } from './words';

/** A row while its inside is read. */
export interface Row {
  readonly ids: readonly string[];
  readonly node: ts.Node;
  /** Inside a function that belongs to the row: what stands there is code, and its literals are no values of the row. */
  readonly code: boolean;
}

/** One file to be read. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Every break of the rows of these sources, sorted by id. Two that would have the same id are told apart by a number. */
export function bitesIn(texts: readonly SourceText[]): Bite[] {
  const sources = texts.map(({ file, text }) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  const [words, tables] = [wordsOf(sources), keyedTables(sources)];
  const found = sources.flatMap((source) => {
    const joined = joinedIds(source, tables);
    const inherited = inheritedIds(source, joined);
    return bitesOf(source, words, (node) => idsNamedBy(node, joined, inherited));
  });
  return numbered(found).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function bitesOf(source: ts.SourceFile, words: Words, idsOf: IdsOf): Bite[] {
  const found: Bite[] = [];
  const visit = (node: ts.Node, outer: Row | null, path: string): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || isLabel(node)) return;
    const named = idsOf(node);
    // a form with conditions is its task's, and that of the rules of its conditions
    const ids = named.length > 0 && takesConditions(node) ? [...new Set([...(outer?.ids ?? []), ...named])] : named;
    const row = inside(node, ids.length > 0 ? { ids, node, code: false } : outer);
    const name = nameOf(node);
    const here = name === '' ? path : `${path}${path && '.'}${name}`;
    if (row) for (const change of KINDS.flatMap((kind) => kind(node, row, words))) found.push(biteOf(source, change, row.ids, here));
    const check = checkAt(node);
    const checked = check && check.ids.length > 0 ? check.ids : (row?.ids ?? []);
    if (check && checked.length > 0) found.push(biteOf(source, check.change, checked, here));
    ts.forEachChild(node, (child) => visit(child, row, here));
  };
  visit(source, null, '');
  return found;
}

/** A condition written as one expression (`holds: ({ photos }) => photos >= 3`) is still a value of an object's row. */
function inside(node: ts.Node, row: Row | null): Row | null {
  if (!row || row.code || !ts.isFunctionLike(node)) return row;
  const isValue = ts.isArrowFunction(node) && !ts.isBlock(node.body) && ts.isObjectLiteralExpression(row.node);
  return isValue ? row : { ...row, code: true };
}

function biteOf(source: ts.SourceFile, change: Change, ids: readonly string[], path: string): Bite {
  const before = source.text.slice(change.start, change.end);
  const line = source.getLineAndCharacterOfPosition(change.start).line + 1;
  const short = before
    .replace(/\s+/g, ' ')
    .replace(/^[, ]+|[, ]+$/g, '')
    .slice(0, 40)
    .trim();
  return { ...change, id: [ids[0], path, change.kind, short].join(' '), file: source.fileName, line, ids, before };
}

function numbered(bites: readonly Bite[]): Bite[] {
  const seen = new Map<string, number>();
  return bites.map((bite) => {
    const nth = (seen.get(bite.id) ?? 0) + 1;
    seen.set(bite.id, nth);
    return nth === 1 ? bite : { ...bite, id: `${bite.id} #${nth}` };
  });
}

/** The source with its break. */
export const broken = (text: string, { start, end, after }: Change): string => text.slice(0, start) + after + text.slice(end);
