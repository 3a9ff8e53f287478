// node tools/migration-new.mjs NAME | --check : schema.prisma against the committed snapshot; the engine wants a live (empty) database to greet
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { inProject } from './setup/project.mjs';

const SCHEMA = 'prisma/schema.prisma';
const SNAPSHOT = 'prisma/migrations/schema.snapshot.prisma';
const dir = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
const bg = await import(pathToFileURL(join(dir, 'schema_engine_bg.js')).href);
const { instance } = await WebAssembly.instantiate(readFileSync(join(dir, 'schema_engine_bg.wasm')), { './schema_engine_bg.js': bg });
bg.__wbg_set_wasm(instance.exports); // module-level state: once per process, a second engine panics
instance.exports.__wbindgen_start();

const schema = readFileSync(SCHEMA, 'utf8');
const { startScratchPostgres } = createRequire(import.meta.url)(inProject('dist/src/local-shop/scratch-postgres.js')); // npm run build makes it
const db = await startScratchPostgres();
const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: db.adminUrl }));
const engine = await bg.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, factory);
const model = (path, content) => ({ tag: 'schemaDatamodel', files: [{ path, content }] });
const from = existsSync(SNAPSHOT) ? model('old.prisma', readFileSync(SNAPSHOT, 'utf8')) : { tag: 'empty' };
const { exitCode, stdout } = await engine.diff({
  from,
  to: model('new.prisma', schema),
  script: true,
  exitCode: true,
  shadowDatabaseUrl: null,
  filters: { externalTables: [], externalEnums: [] },
});
const name = process.argv[2];
if (exitCode === 0) console.log('no schema change');
else if (name === '--check') {
  console.error(`schema.prisma has changes without a migration:\n${stdout}`);
  process.exitCode = 1;
} else {
  const folder = `prisma/migrations/${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), stdout);
  writeFileSync(SNAPSHOT, schema);
  console.log(`wrote ${folder}/migration.sql`);
}
await db.stop();
process.exit(); // the engine keeps timers
