import ts from 'typescript';
import type { Breaker } from '.';

/** A number is one more; a fraction a hundredth more. */
export const number: Breaker = (node, { code }) => {
  if (code || !ts.isNumericLiteral(node) || isPlace(node)) return [];
  const n = Number(node.text);
  const after = Number.isInteger(n) ? n + 1 : Number((n + 0.01).toFixed(2));
  return [{ kind: 'number', start: node.getStart(), end: node.end, after: String(after) }];
};

/** A key, or an index. */
const isPlace = (node: ts.NumericLiteral): boolean =>
  ts.isElementAccessExpression(node.parent) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node);
