// The floors of docs/architecture.md: who may import whom. `npm run boundaries` checks them.
// base → platform → process → chapters → main; each imports downwards only.

/** A folder may import these folders and packages, and nothing else. */
const floor = (name, from, ...to) => ({
  name: `${name}-imports-downwards`,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [...[from].flat(), ...to] },
});

const types = { dependencyTypesNot: ['type-only'] };
const NODE =
  '^(node:)?(assert|async_hooks|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|readline|stream|url|util|timers)(/|$)';
const packages = (...names) => names.map((name) => `^node_modules/(@types/)?${name}/`);
const GENERATED = '^src/generated/';
const BASE = '^src/base/';
const PLATFORM = '^src/platform/';
const PROCESS = '^src/process/';
const ORDERS = '^src/orders/';
const PURCHASING = '^src/purchasing/';
/** What a dotted suffix says: these files are pure and may enter the workflow bundle. */
const PURE = '[.](rules|tasks|messages|letters|chapter)[.]ts$';
/** Folders of src and workflows that are no chapter. */
const NO_CHAPTER = 'base|platform|process|main|local-shop|demo|generated';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'nor by types: of two files that need each other neither is read alone',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'not-to-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'no-development-packages',
      comment: 'the image has none of them; what runs a shop on this machine is not in it',
      severity: 'error',
      from: { path: '^(src|workflows|activities)/', pathNot: '^src/local-shop/' },
      to: { dependencyTypes: ['npm-dev'], ...types },
    },

    floor('base', BASE, ...packages('zod')),
    floor('platform', PLATFORM, BASE, GENERATED, NODE, '^node_modules/'),
    floor('process', PROCESS, BASE, PLATFORM, GENERATED, NODE, '^node_modules/'),
    {
      name: 'no-floor-names-a-chapter',
      comment: 'a regulation is a folder: what all of them stand on knows none',
      severity: 'error',
      from: { path: '^(src|workflows)/(base|platform|process)/' },
      to: { path: `^(src|workflows)/(?!(${NO_CHAPTER})/)[^/]+/` },
    },
    floor('orders', ORDERS, BASE, PLATFORM, PROCESS, GENERATED, NODE, '^node_modules/'),
    floor('purchasing', PURCHASING, BASE, PLATFORM, PROCESS, ORDERS, GENERATED, NODE, '^node_modules/'),
    floor('bakery', '^src/bakery/', BASE, PLATFORM, PROCESS, ORDERS, PURCHASING, GENERATED, NODE, '^node_modules/'),
    {
      name: 'only-main-starts-things',
      severity: 'error',
      from: { pathNot: '^(src/(main|local-shop|demo)|bench|test|tools)/' },
      to: { path: '^src/(main|local-shop|demo)/' },
    },

    {
      name: 'pure-files-are-pure',
      comment: 'they enter the workflow bundle: no zod, no Node, no database',
      severity: 'error',
      from: { path: [BASE, PURE], pathNot: '[.]schema[.]ts$' },
      to: { pathNot: [`^src/.*${PURE}`, `^src/base/(?!.*[.]schema[.]ts$)`], ...types },
    },
    {
      name: 'zod-only-in-schemas',
      severity: 'error',
      from: { path: BASE, pathNot: '[.]schema[.]ts$' },
      to: { path: ['[.]schema[.]ts$', ...packages('zod')] },
    },
    {
      name: 'only-platform-speaks-to-temporal',
      comment: 'a process is asked through its gateway',
      severity: 'error',
      from: { path: '[.](routes|repository)[.]ts$' },
      to: { path: packages('@temporalio/[^/]+') },
    },

    {
      name: 'workflows-are-deterministic',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { pathNot: ['^workflows/', BASE, PURE, ...packages('@temporalio/(workflow|common)')], ...types },
    },
    { name: 'schemas-stay-out-of-workflows', severity: 'error', from: { path: '^workflows/' }, to: { path: '[.]schema[.]ts$' } },
    {
      name: 'process-knows-no-story',
      comment: 'what every process can do is proved once, and no chapter changes it',
      severity: 'error',
      from: { path: '^workflows/process/' },
      to: { path: '^workflows/(?!process/)' },
    },
    {
      name: 'orders-know-no-kind',
      comment: 'a kind of order is a chapter of its own: what is common to all orders reads it from the register',
      severity: 'error',
      from: { path: '^workflows/orders/' },
      to: { path: '^(src|workflows)/(?!(base|platform|process|orders)/)' },
    },
    {
      name: 'the-console-knows-the-api-by-its-types',
      comment: 'and may use what is pure: no code of the service enters a browser',
      severity: 'error',
      from: { path: '^web/src/' },
      to: {
        path: '^(src|workflows|activities)/',
        pathNot: ['^src/platform/look/', `^src/.*${PURE}`, '^src/base/(?!.*[.]schema[.]ts$)'],
        ...types,
      },
    },
    {
      name: 'parts-know-no-page',
      comment: 'parts of the screen and forms serve every page; a page uses no other page',
      severity: 'error',
      from: { path: '^web/src/(ui|forms|task|api|live|keep|time|words)/' },
      to: { path: '^web/src/pages/' },
    },
    floor('activities', '^activities/', BASE, PURE, NODE, ...packages('@temporalio/(activity|common)')),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    doNotFollow: { path: ['node_modules', '^src/generated'] },
  },
};
