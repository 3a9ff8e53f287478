import ts from 'typescript';
import { idsNamedBy, nameOf } from '../rule-ids';
import { bare, topLevel } from '../words';

/** The strings of a list of strings; null for any other list. */
const stringsOf = (list: ts.Node): string[] | null =>
  ts.isArrayLiteralExpression(list) && list.elements.length > 0 && list.elements.every((one) => ts.isStringLiteral(one))
    ? list.elements.map((one) => (one as ts.StringLiteral).text)
    : null;

/**
 * The strings of a shared list that a row uses by name (`ladder: MANAGER`): broken there, not where it is declared, so that only this row is
 * broken. Null for everything else, and for a list that is a row itself.
 */
export function sharedStrings(node: ts.Node): string[] | null {
  if (!ts.isIdentifier(node) || !ts.isPropertyAssignment(node.parent) || node.parent.initializer !== node) return null;
  const declared = topLevel(node.getSourceFile()).find((declaration) => nameOf(declaration) === node.text);
  if (!declared?.initializer || idsNamedBy(declared.parent.parent).length > 0) return null;
  return stringsOf(bare(declared.initializer));
}

/** A list of strings as a source has it. */
export const written = (strings: readonly string[]): string => `[${strings.map((text) => `'${text}'`).join(', ')}]`;
