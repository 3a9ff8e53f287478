import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { runProgram, type Running } from '../../src/main/program';
import { workerOptions } from '../../src/platform/temporal/worker';
import { FLOOR_QUEUE } from './shape';

/** The floor's worker, a process of its own as ours is, with our worker's options: `node worker.js ADDRESS NAMESPACE BUNDLE`. */
async function start(): Promise<Running> {
  const [address = '', namespace = '', codePath = ''] = process.argv.slice(2);
  Runtime.install({ logger: new DefaultLogger('WARN'), telemetryOptions: { logging: { forward: {}, filter: 'WARN' } } });
  const connection = await NativeConnection.connect({ address });
  const options = workerOptions({ connection, namespace, codePath, activities: { noop: () => Promise.resolve() }, secrets: [] });
  const worker = await Worker.create({ ...options, taskQueue: FLOOR_QUEUE });
  const running = worker.run();
  return {
    ready: { taskQueue: FLOOR_QUEUE },
    async stop() {
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

if (require.main === module) void runProgram(start);
