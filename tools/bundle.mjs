// node tools/bundle.mjs: the workflows as one file, dist/workflow-bundle.js, so that a worker starts without webpack.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { minify } from '@swc/core';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { inProject } from './setup/project.mjs';

const TO = inProject('dist', 'workflow-bundle.js');
/** What leads from the bundle back to the sources; it ends the file. */
const MAP = '\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,';

const bundle = await bundleWorkflowCode({ workflowsPath: inProject('workflows', 'index.ts'), logger: new DefaultLogger('WARN') });
const [code, map] = bundle.code.split(MAP);
// comments and white space only: every isolate that a worker opens reads the whole file; names and expressions stay as they were written
const { code: small, map: smallMap } = await minify(code, {
  compress: false,
  mangle: false,
  format: { comments: false },
  sourceMap: { content: Buffer.from(map, 'base64').toString('utf8') },
});
/**
 * The SDK takes a stack trace of every promise a workflow makes and looks each frame up in the source map: with V8's ten frames that is a
 * fifth of a worker's time (bench/RESULTS.md). Three still name the line and its callers. Set here, because the sandbox freezes `Error`.
 */
const FEWER_FRAMES = '\nError.stackTraceLimit = 3;';
mkdirSync(dirname(TO), { recursive: true });
writeFileSync(`${TO}.new`, `${small}${FEWER_FRAMES}${MAP}${Buffer.from(smallMap).toString('base64')}`);
renameSync(`${TO}.new`, TO); // a worker that is starting reads the old file or the new one, never half of it
