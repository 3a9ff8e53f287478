import ts from 'typescript';
import type { Breaker } from '.';
import { nameOf } from '../rule-ids';
import { topLevel } from '../words';
import { replaced } from './edits';

const FORMS = /(^|\.)(strictObject|looseObject|object)$/;
const READERS = new Set(['shape', 'choices']);
const SPARED = /^(optional|orNull)\(|\.(optional|nullable|nullish|default|prefault)\(|^z\.(literal|null)\(null\)/;

/** A field that a form demands may be left out. */
export const optional: Breaker = (node, { code }) => {
  const { parent } = node;
  if (code || !ts.isPropertyAssignment(parent) || parent.initializer !== node) return [];
  const text = node.getText();
  if (SPARED.test(text) || isSparedConstant(node)) return [];
  const call = parent.parent.parent;
  if (!ts.isCallExpression(call) || isPartial(call)) return [];
  if (FORMS.test(call.expression.getText())) return [replaced('optional', node, `${text}.optional()`)];
  return READERS.has(call.expression.getText()) && imports(node.getSourceFile(), 'optional')
    ? [replaced('optional', node, `optional(${text})`)]
    : [];
};

/** All fields of `z.strictObject({ … }).partial()` may be left out. */
const isPartial = ({ parent }: ts.CallExpression): boolean => ts.isPropertyAccessExpression(parent) && parent.name.text === 'partial';

/** A constant that may be left out, whatever is said of it here: `reason.meta({ … })`. */
function isSparedConstant(node: ts.Node): boolean {
  const constant = firstOf(node);
  if (!ts.isIdentifier(constant)) return false;
  const declared = topLevel(node.getSourceFile()).find((declaration) => nameOf(declaration) === constant.text);
  return SPARED.test(declared?.initializer?.getText() ?? '');
}

/** What a chain of calls begins with. */
const firstOf = (node: ts.Node): ts.Node =>
  ts.isCallExpression(node) || ts.isPropertyAccessExpression(node) ? firstOf(node.expression) : node;

const imports = (source: ts.SourceFile, name: string): boolean =>
  source.statements.some((statement) => ts.isImportDeclaration(statement) && new RegExp(`\\b${name}\\b`).test(statement.getText()));
