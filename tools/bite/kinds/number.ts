import ts from 'typescript';
import type { Breaker } from '.';
import { replaced } from './edits';
import { isAmount } from './moved';

/** A number is one more; a fraction a hundredth more. Durations are moved instead, and of a list an entry is lost. */
export const number: Breaker = (node, { code }) => {
  if (code || !ts.isNumericLiteral(node) || isPlace(node) || isAmount(node) || isListed(node)) return [];
  const n = Number(node.text);
  return [replaced('number', node, String(Number.isInteger(n) ? n + 1 : Number((n + 0.01).toFixed(2))))];
};

/** A key, or an index. */
const isPlace = (node: ts.NumericLiteral): boolean =>
  ts.isElementAccessExpression(node.parent) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node);

const isListed = ({ parent }: ts.NumericLiteral): boolean =>
  ts.isArrayLiteralExpression(parent) || (ts.isCallExpression(parent) && parent.arguments.length > 2);
