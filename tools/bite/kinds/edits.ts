import type ts from 'typescript';
import type { Change, Kind } from '../bite-types';

/** A node replaced by other text. */
export const replaced = (kind: Kind, node: ts.Node, after: string): Change => ({ kind, start: node.getStart(), end: node.end, after });

/** One of several siblings taken out, with the comma beside it. */
export function without(kind: Kind, siblings: readonly ts.Node[], nth: number): Change {
  const [node, next, previous] = [siblings[nth]!, siblings[nth + 1], siblings[nth - 1]];
  if (next) return { kind, start: node.getStart(), end: next.getStart(), after: '' };
  return { kind, start: previous?.end ?? node.getStart(), end: node.end, after: '' };
}
