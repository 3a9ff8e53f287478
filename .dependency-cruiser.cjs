// The arrows of docs/architecture.md: who may import whom. `npm run boundaries` checks them.

/** A room may import these rooms and packages, and nothing else. */
const room = (name, from, ...to) => ({
  name: `${name}-keeps-to-its-arrows`,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [from, ...to] },
});

const types = { dependencyTypesNot: ['type-only'] };
const DOMAIN = '^src/domain/';
const CONTRACTS = '^src/contracts/';
const LETTERS = '^src/letters/';
const DB = '^src/db/';
const LINKS = '^src/links/';
const WORDS = '^src/words/';
const FILES = '^src/files/';
const GENERATED = '^src/generated/';
const NODE =
  '^(node:)?(assert|async_hooks|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|readline|stream|url|util|timers)(/|$)';
const packages = (...names) => names.map((name) => `^node_modules/(@types/)?${name}/`);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'not-to-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^(src|workflows|activities)/' },
      to: { dependencyTypes: ['npm-dev'], ...types },
    },

    { name: 'domain-is-pure', severity: 'error', from: { path: DOMAIN }, to: { pathNot: DOMAIN } },
    room('contracts', CONTRACTS, DOMAIN, LETTERS, ...packages('zod')),
    {
      name: 'zod-only-in-schemas',
      comment: 'zod would cost the workflow bundle 600 KB',
      severity: 'error',
      from: { path: [CONTRACTS, LETTERS], pathNot: '\\.schema\\.ts$' },
      to: { path: ['\\.schema\\.ts$', ...packages('zod')] },
    },
    {
      name: 'letters-are-pure',
      comment: 'they enter the workflow bundle; what renders them they know by type',
      severity: 'error',
      from: { path: LETTERS },
      to: { pathNot: [LETTERS, DOMAIN, CONTRACTS], ...types },
    },
    { name: 'letters-known-by-type', severity: 'error', from: { path: [CONTRACTS, DB] }, to: { path: LETTERS, ...types } },
    room('links', LINKS, DOMAIN, CONTRACTS, NODE),
    room('words', WORDS, DOMAIN, CONTRACTS, ...packages('intl-messageformat')),
    room('files', FILES, DOMAIN, CONTRACTS, NODE),
    room('config', '^src/config/', NODE, ...packages('zod')),
    room('db', DB, DOMAIN, CONTRACTS, LETTERS, GENERATED, NODE, ...packages('@prisma/[^/]+', 'pg', 'luxon', '@node-rs/argon2')),
    room(
      'notify',
      '^src/notify/',
      DOMAIN,
      CONTRACTS,
      LETTERS,
      DB,
      LINKS,
      WORDS,
      GENERATED,
      NODE,
      ...packages('nodemailer', 'handlebars', 'intl-messageformat', 'luxon'),
    ),
    room('documents', '^src/documents/', DOMAIN, CONTRACTS, NODE, '^node_modules/'),
    {
      name: 'api-keeps-to-its-arrows',
      comment: 'only src/temporal speaks to Temporal, only src/notify sends',
      severity: 'error',
      from: { path: '^src/api/' },
      to: {
        path: [
          '^src/(temporal|notify|main)/',
          '^(workflows|activities|bench)/',
          ...packages('@temporalio/[^/]+', 'nodemailer', 'pg', '@prisma/[^/]+'),
        ],
      },
    },
    { name: 'api-config-types-only', severity: 'error', from: { path: '^src/api/' }, to: { path: '^src/config/', ...types } },
    {
      name: 'temporal-keeps-to-its-arrows',
      severity: 'error',
      from: { path: '^src/temporal/' },
      to: { path: ['^src/(api|db|notify|main|files|links|config|documents)/', '^(workflows|activities|bench)/'], ...types },
    },
    {
      name: 'only-main-starts-things',
      severity: 'error',
      from: { path: '^(src|workflows|activities)/', pathNot: '^src/main/' },
      to: { path: '^src/main/' },
    },
    { name: 'schemas-stay-out-of-workflows', severity: 'error', from: { path: '^workflows/' }, to: { path: '\\.schema\\.ts$' } },
    {
      name: 'workflows-are-deterministic',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { pathNot: ['^workflows/', DOMAIN, CONTRACTS, LETTERS, ...packages('@temporalio/(workflow|common)')], ...types },
    },
    {
      name: 'workflows-know-activities-by-type',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: ['^activities/', '^src/(?!domain|contracts|letters)'], ...types },
    },
    {
      name: 'process-knows-no-story',
      comment: 'what every process can do is proved once, and no chapter changes it',
      severity: 'error',
      from: { path: '^workflows/process/' },
      to: { path: '^workflows/(?!process/)' },
    },
    room('activities', '^activities/', DOMAIN, CONTRACTS, NODE, ...packages('@temporalio/(activity|common)')),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    doNotFollow: { path: ['node_modules', '^src/generated'] },
  },
};
