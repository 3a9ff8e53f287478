import ts from 'typescript';
import { idsNamedBy, isLabel, nameOf } from '../rule-ids';
import type { Breaker } from '.';
import { replaced, without } from './edits';
import { sharedStrings, written } from './lists';

/** A list of options, roles, tags or steps loses an entry; so does a table of names, and an object that ties one word to another. */
export const lost: Breaker = (node, { code }) => {
  if (code) return [];
  const shared = sharedStrings(node);
  if (shared)
    return shared.length < 2 ? [] : shared.map((_, nth) => replaced('lost', node, written(shared.filter((__, other) => other !== nth))));
  const entries = entriesOf(node);
  return entries.flatMap((entry, nth) => (idsNamedBy(entry).length > 0 ? [] : [without('lost', entries, nth)]));
};

function entriesOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 1 ? node.elements : [];
  if (ts.isCallExpression(node))
    return ts.isIdentifier(node.expression) && node.expression.text === 'oneOf' && node.arguments.length > 1 ? node.arguments : [];
  if (!ts.isObjectLiteralExpression(node)) return [];
  const { properties } = node;
  return properties.every(tiesWords) || (properties.length > 1 && properties.every(isOnlyNamed)) ? properties : [];
}

/** `photoId: 'hand-over'` */
const tiesWords = (property: ts.ObjectLiteralElementLike): boolean =>
  ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer) && !isLabel(property);

/** `egg: { zh: '鸡蛋', en: 'Eggs' }` */
const isOnlyNamed = (property: ts.ObjectLiteralElementLike): boolean =>
  ts.isPropertyAssignment(property) &&
  nameOf(property) !== '' &&
  ts.isObjectLiteralExpression(property.initializer) &&
  property.initializer.properties.length > 0 &&
  property.initializer.properties.every(isLabel);
