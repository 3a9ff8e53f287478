// Fails when more than one protobufjs serves @temporalio/*: converting histories then breaks with "type must be a Type".
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const own = Object.keys(packages).filter((path) => /node_modules\/@temporalio\/.*node_modules\/protobufjs$/.test(path));
const shared = packages['node_modules/protobufjs']?.version ?? 'none';

if (own.length > 0 || !shared.startsWith('8.')) {
  console.error(`@temporalio/* must share one protobufjs 8. At the top: ${shared}; copies of their own: ${own.join(', ') || 'none'}.`);
  process.exitCode = 1;
} else console.log(`protobufjs ${shared} serves all of @temporalio/*`);
