import { createActsUnderWay } from '../../../src/process/record/acts-under-way.repository';
import type { createRecorder } from '../../../src/process/record/recorder';
import { startApi } from '../../../src/main/api';
import { runProgram } from '../../../src/main/program';
import { wounded } from '../wounded/wounded';

/** Broken on purpose: it calls an act done before it is written, so no sweeper hears of one that its death leaves unwritten. */
const hasty: typeof createRecorder = (db) => {
  const recorder = wounded(db);
  const underWay = createActsUnderWay(db);
  return {
    ...recorder,
    async record(batch) {
      for (const key of batch.acts) await underWay.end(batch.process.id, key);
      return recorder.record(batch);
    },
  };
};

void runProgram(() => startApi(hasty));
