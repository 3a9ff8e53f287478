import ts from 'typescript';

const ID = /^[A-Z]{3}-\d{2,3}$/;
/** Properties by which a row names its rule. */
const NAMING = new Set(['id', 'rule', 'ruleId', 'ruleIds']);

const isId = (node: ts.Node): node is ts.StringLiteral => ts.isStringLiteral(node) && ID.test(node.text);

/** Words of people, names of rules and codes: breaking them breaks no rule. */
const LABELS = new Set([
  ...['id', 'rule', 'ruleId', 'ruleIds', 'zh', 'en', 'description', 'what', 'title', 'summary', 'label'],
  ...['code', 'params', 'pointer', 'path', 'message', 'update', 'source', 'status', 'freeText', 'actor', 'examples'],
]);

/** Is it a property that holds words, not a value? */
export const isLabel = (node: ts.Node): boolean => LABELS.has(nameOf(node));

const NAMED = [ts.isVariableDeclaration, ts.isPropertyAssignment, ts.isFunctionDeclaration, ts.isMethodDeclaration];

/** The name that a node gives to a property, a method, a function or a variable; empty where it gives none, or takes one apart. */
export function nameOf(node: ts.Node): string {
  if (!NAMED.some((is) => is(node))) return '';
  const { name } = node as { readonly name?: ts.Node };
  return name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : '';
}

/** The rule ids that an object names in a property of its own. */
function idsOfObject(object: ts.ObjectLiteralExpression): string[] {
  return object.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !NAMING.has(nameOf(property))) return [];
    const { initializer } = property;
    const named: readonly ts.Node[] = ts.isArrayLiteralExpression(initializer) ? initializer.elements : [initializer];
    return named.filter(isId).map(({ text }) => text);
  });
}

/** What a call names: as an argument, in an object among its arguments, or in a `.meta({ rule })` of its chain. */
function idsOfCall(call: ts.CallExpression | ts.NewExpression): string[] {
  const named = (call.arguments ?? []).flatMap((argument) => {
    if (isId(argument)) return [argument.text];
    return ts.isObjectLiteralExpression(argument) ? idsOfObject(argument) : [];
  });
  if (named.length > 0 || !ts.isPropertyAccessExpression(call.expression)) return named;
  const before = call.expression.expression;
  return ts.isCallExpression(before) ? idsOfCall(before) : [];
}

/** `BAK-36, BAK-37: …`, `BAK-25, 52, 65. …`, or a first sentence that ends in `(BAK-04)`. */
export function idsOfComment(comment: string): string[] {
  const words = comment
    .replace(/^\/[/*]+|\*+\/$/g, '')
    .replace(/\n\s*\*/g, '\n')
    .trim();
  const lead =
    /^[A-Z]{3}-\d{2,3}(?:(?:,| and) (?:[A-Z]{3}-)?\d{2,3})*(?=[.:]|$)/.exec(words)?.[0] ??
    /^[^.]*\(([A-Z]{3}-\d[^)]*)\)\./.exec(words)?.[1];
  let prefix = '';
  return [...(lead ?? '').matchAll(/(?:([A-Z]{3})-)?(\d{2,3})/g)].map(([, named, number]) => `${(prefix = named ?? prefix)}-${number}`);
}

const COMMENTED = [ts.isVariableStatement, ts.isPropertyAssignment, ts.isFunctionDeclaration, ts.isMethodDeclaration];

function idsOfLeadingComment(node: ts.Node): string[] {
  if (!COMMENTED.some((is) => is(node))) return [];
  const text = node.getSourceFile().text;
  const last = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
  return last ? idsOfComment(text.slice(last.pos, last.end)) : [];
}

/** The rule ids that a node names for all that lies in it, or has by its place; none when it is no row. */
export function idsNamedBy(node: ts.Node, ...placed: readonly ReadonlyMap<ts.Node, readonly string[]>[]): readonly string[] {
  const named = ownIds(node);
  return named.length > 0 ? named : (placed.map((one) => one.get(node)).find((ids) => ids !== undefined) ?? []);
}

function ownIds(node: ts.Node): readonly string[] {
  if (ts.isObjectLiteralExpression(node)) return idsOfObject(node);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return idsOfCall(node);
  return idsOfLeadingComment(node);
}
