/** Where things lie in the project: the only place of `npm run bite` that says so. Paths from the project's folder. */
export const PLACES = {
  /** Where rows may stand. */
  sources: ['src', 'workflows', 'activities'],
  /** What is made, and words of people: breaking them breaks no rule. */
  noRules: [
    'src/generated/',
    'src/platform/words/',
    'src/process/words/',
    'src/orders/words/',
    'src/bakery/words/',
    'src/purchasing/words/',
  ],
  tests: 'test',
  /** What jest loads before every test file (`setupFiles` of jest.config.cjs). */
  setup: ['src/main/chapters.ts'],
  /** Tests of the whole, built system: minutes each. */
  systemTests: 'test/system/',
  /** What a test file imports when it needs a Temporal server; any other `support/` is a database. */
  temporalSupport: /support\/(time-skipping|order-under-test|bakery)/,
  /** What is linked into the copy, not copied: it is made from the sources, or is none of ours. */
  linked: ['node_modules', 'dist', '.cache/temporal'],
  /** What is made from the sources, and copied though git ignores it. */
  generated: 'src/generated',
  tools: 'tools/bite',
  cache: '.cache/bite',
  page: 'docs/spec/bite.md',
  explained: 'docs/spec/bite-explained.tsv',
} as const;
