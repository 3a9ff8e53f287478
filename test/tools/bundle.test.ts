import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [code = '', map = ''] = readFileSync('dist/workflow-bundle.js', 'utf8').split(
  '\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,',
);

test('the workflow bundle is small: every isolate reads it whole (at most 720 KB without its source map)', () => {
  expect(code.length).toBeLessThanOrEqual(720_000);
});

test('the workflow bundle knows its sources, so that a stack trace names the line a developer wrote', () => {
  const { sources } = JSON.parse(Buffer.from(map, 'base64').toString('utf8')) as { sources: string[] };
  expect(sources).toContain(resolve('workflows/bakery/order.ts'));
});

test('no library has crept into the workflow bundle: schemas stay with the API and the activities', () => {
  const { sources } = JSON.parse(Buffer.from(map, 'base64').toString('utf8')) as { sources: string[] };
  const packages = new Set(
    sources.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter((name) => name !== undefined),
  );
  expect([...packages].sort()).toEqual(['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc']);
});
