// node replay-here.cjs BUNDLE HISTORIES…: replays recorded histories under this process's time zone and says how it went, as JSON.
const { readFileSync } = require('node:fs');
const { basename } = require('node:path');
const { historyFromJSON } = require('@temporalio/common/lib/proto-utils');
const { DefaultLogger, Runtime, Worker } = require('@temporalio/worker');

async function main([bundle, ...files]) {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => {}) });
  const histories = files.map((file) => ({ workflowId: basename(file), history: historyFromJSON(JSON.parse(readFileSync(file, 'utf8'))) }));
  const failed = [];
  let replayed = 0;
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle: { code: readFileSync(bundle, 'utf8') } },
    histories,
  )) {
    if (error) failed.push(`${workflowId}: ${error.name}: ${error.message}`);
    else replayed += 1;
  }
  console.log(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, replayed, failed }));
}

main(process.argv.slice(2)).then(() => process.exit(0));
