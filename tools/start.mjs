// npm start: sets up what is missing, then runs a whole shop on this machine until it is told to stop.
import { setup } from './setup.mjs';

const code = await setup();
if (code !== 0) process.exit(code);
const { runShop } = await import('../dist/src/main/embedded.js');
// not left to an empty event loop: whatever a library still holds open must not keep a terminal that has read "Stopped."
process.exit(await runShop(process.argv.slice(2), process.env));
