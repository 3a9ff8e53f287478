import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TYPED = ['**/*.ts', '**/*.tsx'];
const CONSOLE = ['web/src/**/*.{ts,tsx}'];

/** What the workflow sandbox does not have, or has differently on every machine. */
const sandbox = {
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          group: [
            'node:*',
            'fs',
            'crypto',
            '@prisma/*',
            '**/generated/**',
            'express',
            'nodemailer',
            '@temporalio/client',
            '@temporalio/worker',
          ],
          message: 'workflow code runs in a deterministic sandbox',
        },
        { group: ['**/activities/**'], allowTypeImports: true, message: 'import types only: activities run elsewhere' },
        { group: ['**/*.schema'], message: 'zod stays out of the workflow bundle' },
      ],
    },
  ],
  'no-restricted-globals': ['error', 'fetch', 'process', 'Buffer', 'setInterval', 'setImmediate'],
  'no-restricted-syntax': [
    'error',
    { selector: "MemberExpression[object.name='Intl']", message: 'Intl depends on the host: format outside' },
    { selector: 'CallExpression[callee.property.name=/^toLocale/]', message: 'depends on the host: format outside' },
  ],
};

/** What may enter the workflow bundle: the base floor, and the files whose suffix says that they are pure. */
const PURE = ['src/base/**/*.ts', 'src/**/*.{rules,tasks,messages,letters,chapter}.ts'];

const now = { object: 'Date', property: 'now', message: 'the domain has no clock: take the instant as an argument' };

export default defineConfig(
  { ignores: ['dist/**', 'src/generated/**', 'coverage/**', '.cache/**', '.levain/**', '**/*.d.mts', 'prisma.config.ts'] },
  js.configs.recommended,
  {
    files: ['tools/**/*.mjs', '**/*.cjs', 'bench/**/*.mjs', '*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Buffer', 'WebAssembly', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'fetch'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable', require: 'readonly' } } },
  {
    files: TYPED,
    extends: [tseslint.configs.recommendedTypeChecked],
    // between them they have all sources and the tests
    languageOptions: { parserOptions: { project: ['tsconfig.test.json', 'web/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      // a chapter adds its rows to the house's open interfaces
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false, fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['{src,workflows,activities,bench,tools}/**/*.{ts,mjs,cjs}'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['workflows/**/*.ts', 'bench/floor/workflow.ts'], rules: sandbox },
  {
    files: PURE,
    ignores: ['**/*.schema.ts'],
    rules: { ...sandbox, 'no-restricted-properties': ['error', now, { object: 'Math', property: 'random' }] },
  },
  {
    files: ['src/**/*.ts', 'activities/**/*.ts'],
    ignores: [...PURE, 'src/platform/config/**', 'src/main/**', 'src/local-shop/**', 'src/demo/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'configuration is read once, by src/platform/config' },
      ],
    },
  },
  {
    files: CONSOLE,
    extends: [hooks.configs.flat['recommended-latest']],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname'],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date']", message: 'time.ts shows instants, shop-clock.ts knows the time' },
        { selector: 'CallExpression[callee.property.name=/^toLocale/]', message: 'time.ts shows instants, in the store’s zone' },
        { selector: 'JSXAttribute[name.name=/^dangerously/]', message: 'markup is written here, never read' },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'react-hooks/incompatible-library': 'off', // of the React compiler, which is not used
    },
  },
  { files: ['test/**/*.ts'], extends: [jest.configs['flat/recommended']] },
  {
    files: ['test/**/*.ts'],
    rules: {
      'jest/no-disabled-tests': 'error',
      // helpers of the suite that assert for their callers
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'refuses', 'fc.assert'] }],
      'jest/no-standalone-expect': ['error', { additionalTestBlockFunctions: ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'] }],
      'jest/no-conditional-expect': 'off', // tables whose rows end differently
      '@typescript-eslint/await-thenable': 'off', // Promise.all over a table's rows, each possibly undefined to the compiler
      '@typescript-eslint/unbound-method': 'off', // doubles
      // answers over HTTP are `any` until they are compared
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // it stands in for `describe` where there may be no browser
    files: ['test/support/browser.ts'],
    rules: {
      'jest/no-export': 'off',
      'jest/valid-title': 'off',
      'jest/valid-describe-callback': 'off',
      'jest/no-disabled-tests': 'off',
      'jest/expect-expect': 'off',
    },
  },
);
