import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// An order's state is grouped by paragraph (workflows/bakery/self.ts). Everybody reads a group; one file changes it, so that whoever asks
// "who changes this?" opens that file. To all others its members are readonly, which the compiler enforces. Its one way around is to name
// the writable form of a group, `Owned<Group>`; so that is what is looked for here.

const FOLDERS = ['process', 'orders', 'bakery', 'purchasing'].map((name) => join(__dirname, '../../workflows', name));
const parse = (name: string, text: string): ts.SourceFile => ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
const parts = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => parse(name, readFileSync(join(folder, name), 'utf8'))));

function all<N extends ts.Node>(file: ts.SourceFile, is: (node: ts.Node) => node is N): N[] {
  const found: N[] = [];
  const look = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    node.forEachChild(look);
  };
  look(file);
  return found;
}

/** The groups that a file writes: those it names as `Owned<Group>`. */
const written = (file: ts.SourceFile): string[] =>
  all(file, ts.isTypeReferenceNode)
    .filter(({ typeName }) => typeName.getText() === 'Owned')
    .map(({ typeArguments }) => typeArguments?.[0]?.getText() ?? '');
const declared = (file: ts.SourceFile): string[] =>
  [...all(file, ts.isInterfaceDeclaration), ...all(file, ts.isTypeAliasDeclaration)].map(({ name }) => name.text);

/** Who writes a group that stands in another file. */
const intrusions = (files: readonly ts.SourceFile[]): string[] =>
  files.flatMap((file) => {
    const own = declared(file);
    return written(file).flatMap((group) => (own.includes(group) ? [] : [`${file.fileName} writes ${group}`]));
  });

/** Members that a reader of the file's interfaces could assign to. */
const writable = (file: ts.SourceFile): string[] =>
  all(file, ts.isPropertySignature)
    .filter((member) => !(ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Readonly))
    .map((member) => `${file.fileName}: ${member.name.getText()}`);

/** The groups of the order, by their types. */
const groups = parts
  .filter(({ fileName }) => fileName === 'self.ts')
  .flatMap((self) => all(self, ts.isPropertySignature))
  .map(({ type }) => type?.getText() ?? '');

describe('each paragraph of an order has its own state, and only its own file changes it', () => {
  test('no file writes the state of another', () => {
    expect(intrusions(parts)).toEqual([]);
  });

  test('it bites: a part that takes another paragraph’s state for its own is named', () => {
    const intruder = parse(
      'intruder.ts',
      'const spoil = ({ production }: { production: Owned<Production> }) => { production.remake = true; };',
    );
    expect(intrusions([...parts, intruder])).toEqual(['intruder.ts writes Production']);
  });

  test.each(groups)('%s has one owner', (group) => {
    expect(parts.filter((file) => written(file).includes(group))).toHaveLength(1);
  });

  test('nothing that an owner shows can be assigned to by a reader, nor a group be replaced', () => {
    const owners = parts.filter((file) => file.fileName === 'self.ts' || written(file).length > 0);
    expect(owners.length).toBeGreaterThan(10);
    expect(owners.flatMap(writable)).toEqual([]);
    expect(writable(parse('loose.ts', 'interface Loose { readonly kept: number; open: number }'))).toEqual(['loose.ts: open']);
  });
});
