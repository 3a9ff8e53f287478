// node tools/setup.mjs: brings a clone to the point where it can run: dependencies, generated code, build, workflow bundle, Temporal servers.
// Plain Node, so that it works before anything is installed; a step whose inputs have not changed is skipped.
//   --build  only what is made here, for a machine that has its packages and needs no Temporal servers
//   --force  made again even when nothing changed
import { readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inTurn } from './setup/lock.mjs';
import { wrongNode } from './setup/node-version.mjs';
import { inProject } from './setup/project.mjs';
import { command, endPrograms, showing } from './setup/run-step.mjs';
import { isMade, STEPS } from './setup/steps.mjs';

/** Runs what is due and answers the exit code: 1 when this Node is the wrong one or a step failed, which it says on standard error. */
export async function setup(steps = STEPS, say = (line) => console.log(line)) {
  const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const problem = wrongNode(process.versions.node, engines.node);
  if (problem) {
    console.error(problem);
    return 1;
  }
  if (!steps.some((step) => step.isDue())) return 0;
  const hear = (signal) => {
    endPrograms();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', hear).on('SIGTERM', hear);
  try {
    await inTurn(say, () => runDue(steps, say));
    return 0;
  } catch (error) {
    console.error(error.message);
    return 1;
  } finally {
    process.off('SIGINT', hear).off('SIGTERM', hear);
  }
}

async function runDue(steps, say) {
  for (const step of steps) {
    if (!step.isDue()) continue; // asked again: another set-up may have done it meanwhile, or an earlier step have made it due
    await showing(step.name, say, (note) => step.run({ note, command }));
    step.done();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--force')) rmSync(inProject('.cache', 'setup'), { recursive: true, force: true });
  process.exitCode = await setup(process.argv.includes('--build') ? STEPS.filter(isMade) : STEPS);
}
