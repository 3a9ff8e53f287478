import ts from 'typescript';
import type { Bite, Change } from './bite-types';
import { KINDS } from './kinds';
import { idsNamedBy, nameOf } from './rule-ids';

/** A row while its inside is read. */
export interface Row {
  readonly ids: readonly string[];
  readonly node: ts.Node;
  /** Inside a function that belongs to the row: what stands there is code, and its literals are no values of the row. */
  readonly code: boolean;
}

/** Words of people and names of rules: breaking them breaks no rule. */
const LABELS = new Set([
  ...['id', 'rule', 'ruleId', 'ruleIds', 'zh', 'en', 'description', 'what', 'title', 'summary', 'label'],
  ...['code', 'params', 'pointer', 'path', 'message', 'update', 'source', 'status'],
]);

/** Every break of the rows of one source. Two that would have the same id are told apart by a number. */
export function bitesIn(file: string, text: string): Bite[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Bite[] = [];
  const visit = (node: ts.Node, outer: Row | null, path: string): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && LABELS.has(nameOf(node))) return;
    const ids = idsNamedBy(node);
    const row = inside(node, ids.length > 0 ? { ids, node, code: false } : outer);
    const name = nameOf(node);
    const here = name === '' ? path : `${path}${path && '.'}${name}`;
    if (row) for (const change of KINDS.flatMap((kind) => kind(node, row))) found.push(biteOf(source, change, row, here));
    ts.forEachChild(node, (child) => visit(child, row, here));
  };
  visit(source, null, '');
  return numbered(found);
}

/** A condition written as one expression (`holds: ({ photos }) => photos >= 3`) is still a value of an object's row. */
function inside(node: ts.Node, row: Row | null): Row | null {
  if (!row || row.code || !ts.isFunctionLike(node)) return row;
  const isValue = ts.isArrowFunction(node) && !ts.isBlock(node.body) && ts.isObjectLiteralExpression(row.node);
  return isValue ? row : { ...row, code: true };
}

function biteOf(source: ts.SourceFile, change: Change, { ids }: Row, path: string): Bite {
  const before = source.text.slice(change.start, change.end);
  const line = source.getLineAndCharacterOfPosition(change.start).line + 1;
  const short = before.replace(/\s+/g, ' ').slice(0, 40).trim();
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
