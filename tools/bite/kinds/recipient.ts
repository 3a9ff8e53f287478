import ts from 'typescript';
import type { Change } from '../bite-types';
import { nameOf } from '../rule-ids';
import { nextWord } from '../words';
import type { Breaker } from '.';
import { letterOf } from './dropped';
import { replaced } from './edits';

/** Properties that say for whom something is. */
const FOR_WHOM = new Set(['audience', 'recipient', 'recipients', 'to', 'party', 'parties', 'roles']);
const PARTIES = ['customer', 'supplier', 'staff'];
/** Who may call a route; a table that opens one to `anyone` is a table of these. */
const CALLERS = ['anyone', 'staff', 'link'];
const OF_CALLERS = /'anyone'/;

/** A letter goes to somebody else; what one party may do another may. */
export const recipient: Breaker = (node, row, words) => {
  if (!ts.isStringLiteral(node)) return [];
  const { parent } = node;
  if (ts.isCallExpression(parent) && letterOf(parent, words)) return exchanged(node, addressee(node.text, words.roles));
  if (row.code) return [];
  if (FOR_WHOM.has(nameOf(ts.isArrayLiteralExpression(parent) ? parent.parent : parent))) return exchanged(node, other(PARTIES, node.text));
  const isValue = ts.isPropertyAssignment(parent) && parent.initializer === node;
  return isValue && OF_CALLERS.test(row.node.getText()) ? exchanged(node, other(CALLERS, node.text)) : [];
};

const other = (list: readonly string[], word: string): string | undefined => nextWord(list, word, new Set([word]));

/** Somebody else than `customer`, or than `role:baker`. */
function addressee(to: string, roles: readonly string[]): string | undefined {
  const role = to === 'customer' ? roles[0] : other(roles, to.replace(/^role:/, ''));
  return role && `role:${role}`;
}

const exchanged = (node: ts.Node, by: string | undefined): Change[] => (by === undefined ? [] : [replaced('recipient', node, `'${by}'`)]);
