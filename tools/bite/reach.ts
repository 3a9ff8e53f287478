import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** What a file may be called that another names without its ending. */
const ENDINGS = ['', '.ts', '/index.ts'];
const NAMED = /['"`]([\w@./-]+)['"`]/g;
/** What only the compiler reads. */
const OF_TYPES = /^(import|export) type [^;]*;|\bimport\('[^']+'\)\.[A-Z]/gm;

/**
 * The files of the project that a test file may load, itself included: whatever a string in it, in what is loaded before it (`setup`), or in what
 * these load, names, from where it stands or from the project's folder. A folder that is named and has no index is all of its files. Rather too many than too few: a test that does not reach a row
 * cannot notice its break.
 */
export function reachIn(root: string, setup: readonly string[] = []): (file: string) => ReadonlySet<string> {
  const named = new Map<string, readonly string[]>();
  const namedBy = (file: string): readonly string[] => {
    const known = named.get(file) ?? readNames(root, file);
    named.set(file, known);
    return known;
  };
  return (file) => {
    const reached = new Set([file, ...setup]);
    for (const one of reached) for (const next of namedBy(one)) reached.add(next);
    return reached;
  };
}

function readNames(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(OF_TYPES, '');
  const names = new Set([...text.matchAll(NAMED)].map(([, name]) => name!));
  return [...names].flatMap((name) => {
    const path = posix.normalize(name.startsWith('.') ? posix.join(dirname(file), name) : name);
    return /^(\.\.|\/|node_modules)/.test(path) ? [] : filesAt(root, path, isFolderName(name));
  });
}

/** A bare word, or `..`, is no folder whose files are meant. */
const isFolderName = (name: string): boolean => /\/.*\w/.test(name);

function filesAt(root: string, path: string, orFolder: boolean): string[] {
  const found = ENDINGS.map((ending) => path + ending).find((one) => isFile(join(root, one)));
  if (found) return /\.[cm]?[jt]s$/.test(found) ? [found] : [];
  if (!orFolder || !existsSync(join(root, path))) return [];
  return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();
