import ts from 'typescript';
import { nameOf } from './rule-ids';

/** Words that can be exchanged for one another, as the project's own lists have them. */
export interface Words {
  readonly roles: readonly string[];
  readonly moments: readonly string[];
  readonly letters: readonly string[];
}

/** The lists by the names of their constants. */
const LISTS = { roles: 'ROLES', moments: 'MOMENT_NAMES', letters: 'NOTICE_TEMPLATES' } as const satisfies Record<keyof Words, string>;

/** Reads the lists out of all sources: where they stand does not matter. */
export function wordsOf(sources: readonly ts.SourceFile[]): Words {
  const listOf = (constant: string): string[] => {
    const declared = sources.flatMap((source) => topLevel(source)).find((declaration) => nameOf(declaration) === constant)?.initializer;
    const list = declared && bare(declared);
    return list && ts.isArrayLiteralExpression(list) ? list.elements.filter(ts.isStringLiteral).map(({ text }) => text) : [];
  };
  return { roles: listOf(LISTS.roles), moments: listOf(LISTS.moments), letters: listOf(LISTS.letters) };
}

/** The constants of a source. */
export const topLevel = (source: ts.SourceFile): ts.VariableDeclaration[] =>
  source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => [...declarationList.declarations]);

/** An expression without its `as const` and `satisfies`. */
export const bare = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) ? bare(node.expression) : node;

/** The word that follows in its list and is none of `taken`; undefined for a word of no list. */
export function nextWord(list: readonly string[], word: string, taken: ReadonlySet<string>): string | undefined {
  const at = list.indexOf(word);
  if (at < 0) return undefined;
  return [...list.slice(at + 1), ...list.slice(0, at)].find((other) => !taken.has(other));
}
