// Writes docs/problems.md from the code registry; run after `npm run build`. A test holds the page to the registry.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { problemsPage } = require('../dist/src/platform/http/problems-page.js');
writeFileSync(new URL('../docs/problems.md', import.meta.url), problemsPage());
