// node tools/console.mjs: the console (web/) as files that the API serves, dist/web, each with its compressed forms beside it.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { inProject } from './setup/project.mjs';

const TO = inProject('dist', 'web');
const NEW = `${TO}.new`;
/** What is compressed already gains nothing. */
const TEXT = /\.(js|css|html|svg)$/;

await build({ configFile: inProject('web', 'vite.config.ts'), logLevel: 'warn', build: { outDir: NEW, emptyOutDir: true } });
for (const name of readdirSync(NEW, { recursive: true })) {
  if (!TEXT.test(name)) continue;
  const file = join(NEW, name);
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
rmSync(TO, { recursive: true, force: true });
renameSync(NEW, TO); // an API that starts meanwhile serves the old console, the new one or none, never half of one
