import ts from 'typescript';
import { idsNamedBy, nameOf } from './rule-ids';
import { bare, topLevel } from './words';

/** The rule ids a node has; none when it is no row. */
export type IdsOf = (node: ts.Node) => readonly string[];
/** Rule ids that nodes have by their place, not by naming them. */
export type Placed = ReadonlyMap<ts.Node, readonly string[]>;

/** Fewer keys in common are no proof that two tables speak of the same things. */
const ENOUGH_KEYS = 5;
/** A constant that serves more rules than these is nobody's. */
const MOST_RULES = 8;

const entriesOf = (declaration: ts.VariableDeclaration): ts.PropertyAssignment[] => {
  const table = declaration.initializer && bare(declaration.initializer);
  return table && ts.isObjectLiteralExpression(table) ? table.properties.filter(ts.isPropertyAssignment) : [];
};

/** The tables whose entries name their rules: the ids by key. */
export const keyedTables = (sources: readonly ts.SourceFile[]): ReadonlyMap<string, readonly string[]>[] =>
  sources
    .flatMap(topLevel)
    .map((declaration) => new Map(entriesOf(declaration).map((entry) => [nameOf(entry), idsNamedBy(entry.initializer)] as const)))
    .filter((table) => table.size >= ENOUGH_KEYS && [...table.values()].every((ids) => ids.length > 0));

/** A table without rules whose keys are those of one that has them (the answers of every task) speaks of the same rules, entry by entry. */
export function joinedIds(source: ts.SourceFile, tables: readonly ReadonlyMap<string, readonly string[]>[]): Placed {
  const joined = new Map<ts.Node, readonly string[]>();
  for (const declaration of topLevel(source)) {
    const entries = entriesOf(declaration);
    if (entries.length < ENOUGH_KEYS || idsNamedBy(declaration.parent.parent).length > 0) continue;
    const table = tables.find((one) => entries.every((entry) => one.has(nameOf(entry))));
    for (const entry of table ? entries : []) joined.set(entry, table!.get(nameOf(entry))!);
  }
  return joined;
}

/** A constant that only rows use (a cake's common values, a form by its name) belongs to the rules of those rows. */
export function inheritedIds(source: ts.SourceFile, joined: Placed): Placed {
  const inherited = new Map<ts.Node, readonly string[]>();
  const constants = topLevel(source).filter((one) => isValue(one) && idsNamedBy(one.parent.parent).length === 0);
  const uses = usesOf(source, new Set(constants.map(nameOf)));
  for (let more = true; more;) {
    const known = inherited.size;
    for (const constant of constants) {
      if (inherited.has(constant)) continue;
      const users = (uses.get(nameOf(constant)) ?? []).map((use) => enclosingIds(use, joined, inherited));
      const ids = [...new Set(users.flat())];
      if (users.length > 0 && users.every((one) => one.length > 0) && ids.length <= MOST_RULES) inherited.set(constant, ids);
    }
    more = inherited.size > known;
  }
  return inherited;
}

const isValue = ({ initializer }: ts.VariableDeclaration): boolean => {
  const value = initializer && bare(initializer);
  return (
    value !== undefined &&
    (ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value) || ts.isCallExpression(value) || ts.isNumericLiteral(value))
  );
};

/** Where the constants are used, by their names. */
function usesOf(source: ts.SourceFile, names: ReadonlySet<string>): Map<string, ts.Node[]> {
  const found = new Map<string, ts.Node[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isIdentifier(node) && names.has(node.text) && !isOnlyName(node)) found.set(node.text, [...(found.get(node.text) ?? []), node]);
    ts.forEachChild(node, visit);
  };
  if (names.size > 0) visit(source);
  return found;
}

/** A declared name, the key of a property, or what follows a dot. */
const isOnlyName = (node: ts.Identifier): boolean =>
  (ts.isVariableDeclaration(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);

function enclosingIds(node: ts.Node, joined: Placed, inherited: Placed): readonly string[] {
  for (let at: ts.Node | undefined = node; at && !ts.isFunctionLike(at); at = at.parent) {
    const ids = idsNamedBy(at, joined, inherited);
    if (ids.length > 0) return ids;
  }
  return [];
}
