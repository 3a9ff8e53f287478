// npm run doctor: what is there, what is missing and what to do. Changes nothing, so it does not set up either.
import { existsSync, readFileSync } from 'node:fs';
import { wrongNode } from './setup/node-version.mjs';
import { inProject } from './setup/project.mjs';

const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const built = inProject('dist', 'src', 'main', 'doctor.js');
const problems = [
  wrongNode(process.versions.node, engines.node),
  existsSync(inProject('node_modules', '.package-lock.json'))
    ? null
    : 'The packages are not installed: npm start and npm test install them.',
  existsSync(built) ? null : 'Levain is not built: npm start and npm test build it.',
].filter(Boolean);

if (problems.length > 0) {
  for (const problem of problems) console.log(`✗ ${problem}`);
  process.exitCode = 1;
} else {
  const { doctor } = await import('../dist/src/main/doctor.js');
  process.exitCode = await doctor(process.env);
}
