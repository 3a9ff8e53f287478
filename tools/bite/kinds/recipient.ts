import ts from 'typescript';
import { nameOf } from '../rule-ids';
import { nextWord } from '../words';
import type { Breaker } from '.';
import { letterOf } from './dropped';
import { replaced } from './edits';

/** Properties that say for whom something is. */
const FOR_WHOM = new Set(['audience', 'recipient', 'recipients', 'to', 'party', 'parties', 'roles']);
const PARTIES = ['customer', 'supplier', 'staff'];
const CALLERS = ['anyone', 'staff', 'link'];
const OPEN = /'anyone'/;

/** A letter goes to somebody else; what one party may do another may. */
export const recipient: Breaker = (node, row, words) => {
  if (!ts.isStringLiteral(node)) return [];
  const { parent } = node;
  if (ts.isCallExpression(parent) && letterOf(parent, words)) return addressed(node, words.roles);
  if (row.code || !FOR_WHOM.has(nameOf(ts.isArrayLiteralExpression(parent) ? parent.parent : parent)))
    return ts.isPropertyAssignment(parent) && parent.initializer === node && OPEN.test(row.node.getText()) ? exchanged(node, CALLERS) : [];
  return exchanged(node, PARTIES);
};

function exchanged(node: ts.StringLiteral, list: readonly string[]) {
  const other = nextWord(list, node.text, new Set([node.text]));
  return other === undefined ? [] : [replaced('recipient', node, `'${other}'`)];
}

/** `customer`, or `role:baker`, in a call that sends a letter. */
function addressed(node: ts.StringLiteral, roles: readonly string[]) {
  const other = node.text === 'customer' ? roles[0] : nextWord(roles, node.text.replace(/^role:/, ''), new Set());
  return other === undefined ? [] : [replaced('recipient', node, `'role:${other}'`)];
}
