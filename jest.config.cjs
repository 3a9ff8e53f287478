const { availableParallelism } = require('node:os');

// One zone for the whole suite, set before any worker starts; the code itself may not depend on it (a test run under another TZ proves it).
process.env.TZ = process.env.TEST_TZ ?? 'UTC';

// packages that ship ES modules only: let swc turn them into CommonJS for jest (plain node 20.19+ loads them with require() as they are)
const esmOnly = ['postal-mime', 'intl-messageformat', '@formatjs/[^/]+'];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.[cm]?[jt]sx?$': ['@swc/jest'] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  cacheDirectory: '<rootDir>/.cache/jest',
  setupFiles: ['<rootDir>/src/main/chapters.ts'],
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  testTimeout: 30_000,
  // tests wait for servers and browsers more than they compute
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
