// node vendor-download.mjs cli|testServer FOLDER VERSION: lets the SDK download one Temporal server into FOLDER, starts it once and stops it.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [which, downloadDir, version] = process.argv.slice(2);
const server = { executable: { type: 'cached-download', downloadDir, version } };
const environment =
  which === 'cli' ? TestWorkflowEnvironment.createLocal({ server }) : TestWorkflowEnvironment.createTimeSkipping({ server });
try {
  await (await environment).teardown();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exit();
