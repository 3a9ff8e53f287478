import ts from 'typescript';
import type { Words } from '../words';
import type { Breaker } from '.';
import { replaced, without } from './edits';

/** Calls that take any number of conditions. */
const TAKES_CONDITIONS = new Set(['requiring']);

/** Is it a call that ties conditions to a form? */
export const takesConditions = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && TAKES_CONDITIONS.has(node.expression.getText());

/** A gate, a demand, a condition of a form, a line: a row that is one of several is taken out. */
export const droppedRow: Breaker = (node, row) => {
  if (row.node !== node) return [];
  const { parent } = node;
  if (ts.isArrayLiteralExpression(parent))
    return isFound(parent) ? [] : [without('dropped', parent.elements, parent.elements.indexOf(node as ts.Expression))];
  if (!takesConditions(parent)) return [];
  const nth = parent.arguments.indexOf(node as ts.Expression);
  return nth > 0 ? [without('dropped', parent.arguments, nth)] : [];
};

/** `late ? [row] : []` is a check, dropped as such. */
const isFound = (list: ts.ArrayLiteralExpression): boolean => list.elements.length === 1 && ts.isConditionalExpression(list.parent);

/** Is it a call that sends a letter? */
export const letterOf = (call: ts.CallExpression, { letters }: Words): boolean =>
  !call.expression.getText().startsWith('define') &&
  call.arguments.some((argument) => ts.isStringLiteral(argument) && letters.includes(argument.text));

/** A letter is not sent. */
export const droppedLetter: Breaker = (node, { code, node: own }, words) =>
  (code || own === node) && ts.isCallExpression(node) && letterOf(node, words) ? [replaced('dropped', node, 'undefined')] : [];
