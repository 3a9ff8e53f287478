// node tools/run.mjs NAME ARGS…: sets up what is missing, then runs a built program (dist/src/main/NAME.js, dist/bench/NAME.js or dist/tools/NAME/NAME.js).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setup } from './setup.mjs';
import { inProject } from './setup/project.mjs';

const [name, ...args] = process.argv.slice(2);

process.exitCode = await setup();
if (process.exitCode === 0) {
  const file = [
    inProject('dist', 'src', 'main', `${name}.js`),
    inProject('dist', 'bench', `${name}.js`),
    inProject('dist', 'tools', name, `${name}.js`),
  ].find((path) => existsSync(path));
  if (file) follow(spawn(process.execPath, [file, ...args], { stdio: 'inherit' }));
  else {
    console.error(`There is no program called ${name}.`);
    process.exitCode = 1;
  }
}

/** Hands signals on and ends as the program ends. A terminal's Ctrl-C reaches it by itself. */
function follow(child) {
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('close', (code) => (process.exitCode = code ?? 1));
}
