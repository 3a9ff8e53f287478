// node tools/bundle.mjs: the workflows as one file, dist/workflow-bundle.js, so that a worker starts without webpack.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { inProject } from './setup/project.mjs';

const TO = inProject('dist', 'workflow-bundle.js');

const { code } = await bundleWorkflowCode({ workflowsPath: inProject('workflows', 'index.ts'), logger: new DefaultLogger('WARN') });
mkdirSync(dirname(TO), { recursive: true });
writeFileSync(`${TO}.new`, code);
renameSync(`${TO}.new`, TO); // a worker that is starting reads the old file or the new one, never half of it
