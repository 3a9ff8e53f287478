import type { RecordBatch } from '../../../src/process/process.messages';
import type { Recorder } from '../../../src/process/ports.messages';
import type { Db } from '../../../src/platform/db/client';
import { createRecorder } from '../../../src/process/record/recorder';
import type { Wound } from '../faults';
import { woundFileOf, type WoundFile } from './wound-file';

/** Real milliseconds between looks for Postgres, and until a write that waits for it to be away goes on. */
const [LOOK_MS, MOST_HELD_MS] = [20, 10_000];

/** The product's recorder, that meets a wound at the write of an act when the harness says so. */
export const wounded: typeof createRecorder = (db) =>
  meetWounds(createRecorder(db), db, woundFileOf(process.env['LEVAIN_HOME']!, process.env['PORT']!));

const meetWounds = (recorder: Recorder, db: Db, file: WoundFile): Recorder => {
  const take = (wound: Wound, { process, revision }: RecordBatch): boolean => file.take({ wound, processId: process.id, revision });
  /** An armed wound is meant for a write that is still to be done, not for its repeat. */
  const meets = async (wound: Wound, batch: RecordBatch): Promise<boolean> =>
    file.isArmed(wound) && ((await recorder.revisionOf(batch.process.id)) ?? 0) < batch.revision && take(wound, batch);

  return {
    ...recorder,
    async record(batch) {
      if (batch.acts.length === 0) return recorder.record(batch);
      if (await meets('kill-before-write', batch)) await die();
      if (await meets('postgres-away-at-write', batch)) {
        await untilAway(db);
        return recorder.record(batch).finally(() => file.end());
      }
      const dies = file.isArmed('kill-after-write');
      const onFile = await recorder.record(batch);
      if (dies && onFile === batch.revision && take('kill-after-write', batch)) await die();
      return onFile;
    },
  };
};

/** Never resolves. */
function die(): Promise<void> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

/** Until Postgres does not answer. */
async function untilAway(db: Db): Promise<void> {
  for (const until = Date.now() + MOST_HELD_MS; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, LOOK_MS))) {
    const away = await db.$queryRaw`SELECT 1`.then(
      () => false,
      () => true,
    );
    if (away) return;
  }
}
