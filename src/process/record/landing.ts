import type { Decided, RecordBatch } from '../process.messages';
import type { Recorder } from '../ports.messages';

/** Real milliseconds before the first look again, after which a gap is healed, and in all. */
const [LOOK_MS, HEAL_MS, PATIENCE_MS] = [5, 200, 8_000];

export interface LandingDeps {
  readonly recorder: Recorder;
  /** What a process does not know to be written, beyond a revision (Query `batchesAfter`). */
  readonly batchesAfter: (processId: string, revision: number) => Promise<readonly RecordBatch[]>;
  /** Real time, epoch ms. */
  readonly now?: () => number;
}

/** A predecessor is not on file and does not come: whoever should write it is away, or its process cannot be asked. Postgres has refused nothing. */
export class GapRemains extends Error {
  constructor(processId: string, revision: number, onFile: number, cause?: unknown) {
    super(`Revision ${revision} of ${processId} does not come to file: ${onFile} stands there.`, { cause });
  }
}

/** Brings what an act decided to file. */
export type Land = (processId: string, decided: Decided) => Promise<void>;

/**
 * Writes an act's batch and waits until it stands. A predecessor that is not on file is mostly being written by another in this moment; after
 * a while the process is asked for what is missing, and that is written first. Several may do this at once.
 * @throws {GapRemains}, and what Postgres throws.
 */
export const createLanding = ({ recorder, batchesAfter, now = Date.now }: LandingDeps): Land =>
  async function land(processId, { revision, batch }) {
    const started = now();
    for (let wait = LOOK_MS; ; wait = Math.min(2 * wait, HEAL_MS)) {
      const onFile = batch ? await recorder.record(batch) : ((await recorder.revisionOf(processId)) ?? 0);
      if (onFile >= revision) return;
      const waited = now() - started;
      if (waited > PATIENCE_MS) throw new GapRemains(processId, revision, onFile);
      if (waited >= HEAL_MS && (await healed(onFile))) continue;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }

    /** Whether something of what was missing is on file now. */
    async function healed(onFile: number): Promise<boolean> {
      const missing = await batchesAfter(processId, onFile).catch((cause: unknown) => {
        throw new GapRemains(processId, revision, onFile, cause);
      });
      let standing = onFile;
      for (const one of missing) standing = await recorder.record(one);
      return standing > onFile;
    }
  };
