import ts from 'typescript';
import type { Change } from './bite-types';
import { replaced } from './kinds/edits';
import { idsNamedBy } from './rule-ids';

/** What a check does when it finds something: it throws, or names a fault. */
const REFUSES = /\bthrow\b|\bpointer\b|addIssue|[fF]aults?\b|\brefuse\(/;

/** A check in code, and how it is dropped. `ids` are what it names itself; without any, those of its function count. */
export interface Check {
  readonly ids: readonly string[];
  readonly change: Change;
}

/** `if (late) throw new Refusal(…)`, `late ? [{ pointer, code, rule }] : []`, or what is thrown when nothing before it returned. */
export function checkAt(node: ts.Node): Check | null {
  if (ts.isIfStatement(node)) return refusing(only(node.thenStatement), node.expression, 'false');
  if (ts.isConditionalExpression(node)) {
    if (isEmptyList(node.whenFalse)) return refusing(node.whenTrue, node.condition, 'false');
    return isEmptyList(node.whenTrue) ? refusing(node.whenFalse, node.condition, 'true') : null;
  }
  return ts.isThrowStatement(node) && !isThen(node) ? refusing(node, node, 'void 0;') : null;
}

function refusing(refusal: ts.Node | null, dropped: ts.Node, after: string): Check | null {
  if (!refusal || !REFUSES.test(refusal.getText())) return null;
  return { ids: [...new Set(idsWithin(refusal))], change: replaced('dropped', dropped, after) };
}

/** The one statement of a branch. */
function only(branch: ts.Statement): ts.Statement | null {
  if (!ts.isBlock(branch)) return branch;
  return branch.statements.length === 1 ? branch.statements[0]! : null;
}

const isEmptyList = (node: ts.Node): boolean => ts.isArrayLiteralExpression(node) && node.elements.length === 0;

function isThen(node: ts.Statement): boolean {
  const branch = ts.isBlock(node.parent) && node.parent.statements.length === 1 ? node.parent : node;
  return ts.isIfStatement(branch.parent) && branch.parent.thenStatement === branch;
}

function idsWithin(node: ts.Node): string[] {
  const own = idsNamedBy(node);
  if (own.length > 0) return [...own];
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...idsWithin(child)));
  return found;
}
