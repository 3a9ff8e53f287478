import ts from 'typescript';
import type { Breaker } from '.';
import { replaced } from './edits';

/** Yes becomes no. */
export const flipped: Breaker = (node, { code }) => {
  if (code) return [];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replaced('flipped', node, 'false')];
  return node.kind === ts.SyntaxKind.FalseKeyword ? [replaced('flipped', node, 'true')] : [];
};
