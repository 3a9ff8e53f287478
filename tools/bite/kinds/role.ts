import ts from 'typescript';
import { nextWord } from '../words';
import type { Breaker } from '.';
import { replaced } from './edits';
import { sharedStrings, written } from './lists';

/** A role, or the nearest rung of a ladder, is exchanged for one that its row does not name. */
export const role: Breaker = (node, row, { roles }) => {
  if (row.code) return [];
  const taken = new Set(roles.filter((one) => row.node.getText().includes(`'${one}'`)));
  if (ts.isStringLiteral(node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)) {
    const other = nextWord(roles, node.text, taken);
    return other === undefined ? [] : [replaced('role', node, `'${other}'`)];
  }
  const [first, ...rest] = sharedStrings(node) ?? [];
  const other = first === undefined ? undefined : nextWord(roles, first, new Set([...taken, first, ...rest]));
  return other === undefined ? [] : [replaced('role', node, written([other, ...rest]))];
};
