import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolveTemporal } from '../temporal-servers.mjs';
import { filesUnder, fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { inProject } from './project.mjs';

const node = process.execPath;
const SOURCES = ['src', 'workflows', 'activities', 'bench', 'tools/bite'];

/** A step that turns `inputs` into `outputs`: due when an output is missing or the inputs are not those of the last time. */
const making = ({ name, stamp, inputs, keep, outputs, run }) => ({
  name,
  made: true,
  isDue: () => !outputs.every((path) => existsSync(inProject(path))) || readStamp(stamp) !== fingerprint(inputs, keep),
  run,
  done: () => writeStamp(stamp, fingerprint(inputs, keep)),
});

/** Is it a step whose outcome lies in this folder, made from its sources? */
export const isMade = ({ made }) => made === true;

/** What workflow code may import: the base floor, and the files whose suffix says that they are pure. */
const entersBundle = (file) =>
  !file.startsWith('src/') || file.startsWith('src/base/') || /\.(rules|tasks|messages|letters|chapter)\.ts$/.test(file);

/**
 * What a clone needs, in this order. Each step: `isDue()`, `run({ note, command })`, `done()`.
 * The installed packages are their own record: npm lists them in `node_modules/.package-lock.json`, as the last thing it does.
 */
export const STEPS = [
  {
    name: 'Dependencies',
    isDue: () => !isInstalled(),
    run: ({ command }) => command('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
    done: () => {},
  },
  making({
    name: 'Database client',
    stamp: 'prisma',
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'],
    outputs: ['src/generated/prisma/client.ts'],
    run: ({ command }) => command(node, ['tools/prisma.mjs', 'generate']),
  }),
  making({
    name: 'Templates of letters and pages',
    stamp: 'templates',
    inputs: [
      'src/platform/look',
      'src/process/outbox/templates',
      'src/orders/links/templates',
      'tools/look.mjs',
      'tools/templates.mjs',
      'node_modules/mjml/package.json',
    ],
    outputs: ['src/generated/mail-templates.ts', 'src/generated/page-templates.ts'],
    run: ({ command }) => command(node, ['tools/templates.mjs']),
  }),
  making({
    name: 'Build',
    stamp: 'build',
    inputs: [...SOURCES, 'tsconfig.json', 'node_modules/typescript/package.json'],
    outputs: ['dist/src/main/api.js', 'dist/src/main/worker.js'],
    run: async ({ command }) => {
      if (!existsSync(inProject('dist/src'))) rmSync(inProject('dist/.tsbuildinfo'), { force: true }); // it would say that all is emitted
      await command(node, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
      removeLeftovers();
    },
  }),
  making({
    name: 'Workflow bundle',
    stamp: 'bundle',
    inputs: ['workflows', 'src', 'tools/bundle.mjs', 'node_modules/@temporalio/worker/package.json'],
    keep: entersBundle,
    outputs: ['dist/workflow-bundle.js'],
    run: ({ command }) => command(node, ['tools/bundle.mjs']),
  }),
  making({
    name: 'Console',
    stamp: 'console',
    inputs: ['web', 'src/platform/look', 'src/process/me/pages.rules.ts', 'tools/console.mjs', 'node_modules/vite/package.json'],
    keep: (file) => !file.includes('node_modules'),
    outputs: ['dist/web/index.html'],
    run: ({ command }) => command(node, ['tools/console.mjs']),
  }),
  {
    ...making({
      name: 'Temporal servers',
      stamp: 'temporal',
      inputs: ['tools/temporal-servers.txt', 'tools/temporal-servers.mjs'],
      outputs: process.env.TEMPORAL_CLI_PATH && process.env.TEMPORAL_TEST_SERVER_PATH ? [] : ['.cache/temporal/bin/temporal-test-server'],
      run: ({ note }) => resolveTemporal({ log: note }),
    }),
    made: false,
  },
];

/** Is exactly what the lock file says installed, but for optional packages of other platforms? */
function isInstalled() {
  const installedFile = inProject('node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const [wanted, installed] = [inProject('package-lock.json'), installedFile].map(
    (file) => JSON.parse(readFileSync(file, 'utf8')).packages,
  );
  const missing = Object.keys(wanted).some(
    (path) => path !== '' && !wanted[path].optional && installed[path]?.version !== wanted[path].version,
  );
  const strange = Object.keys(installed).some((path) => installed[path].version !== wanted[path]?.version);
  return !missing && !strange;
}

/** A source that was removed or renamed must not live on in the build. */
function removeLeftovers() {
  const built = filesUnder(
    SOURCES.map((folder) => `dist/${folder}`),
    (file) => file.endsWith('.js'),
  );
  for (const file of built) {
    const source = file.replace(/^dist[\\/]/, '').replace(/\.js$/, '.ts');
    if (!existsSync(inProject(source))) for (const left of [file, `${file}.map`]) rmSync(inProject(left), { force: true });
  }
}
