// npm start: sets up what is missing, then runs a whole shop on this machine until it is told to stop.
import { setup } from './setup.mjs';

process.exitCode = await setup();
if (process.exitCode === 0) {
  const { runShop } = await import('../dist/src/main/embedded.js');
  process.exitCode = await runShop(process.argv.slice(2), process.env);
}
