import { condition, proxyActivities } from '@temporalio/workflow';
import type { Decided, RecordBatch } from '../../src/process/process.messages';
import type { ProcessActivities } from '../../src/process/ports.messages';
import { createDraft, type Draft, type DraftOptions } from './draft';
import type { OneAtATime } from './one-at-a-time';
import { settle } from './settle';

/** A regular activity, never a local one: by the time it runs, the decisions it writes stand in history. A repeat is a no-op, so a try is given up early. */
const { record } = proxyActivities<ProcessActivities>({
  startToCloseTimeout: '5s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '5s' },
});

/**
 * Batches that a process keeps because nobody has said yet that they are written: enough for acts that come close upon each other, few
 * enough that what writes them all stays small. With more, an act waits until the process has written them itself.
 */
const MOST_UNWRITTEN = 12;

/**
 * The one writer of a process's rows. An act's batch leaves with its answer, and whoever asked writes it (`answering`). What timers,
 * signals and children decide is written from here, by activity, with all that is not known to be written before it. Revisions rise by one, and
 * are written in their order.
 */
export interface Recorder extends Omit<Draft, 'take' | 'isEmpty' | 'act'> {
  /** The last revision taken: the process as it stands, when nothing is decided since. */
  readonly revision: number;
  /**
   * Lets an act be decided, with what follows from it in the same breath, and answers with the batch of it. `known`: the revision that the
   * caller has found on file. `key`: its Update's id.
   */
  answering(act: { readonly key: string; readonly known: number }, decide: () => Promise<void>): Promise<Decided>;
  /** Resolves when all that is decided now is written; answers its revision. */
  recorded(): Promise<number>;
  /** What is not known to be written, beyond a revision: for whoever finds a gap on file. */
  batchesAfter(revision: number): RecordBatch[];
  /** Writes until the story has ended and everything is written. */
  run(ended: () => boolean): Promise<void>;
}

export interface RecorderOptions extends DraftOptions {
  readonly oneAtATime: OneAtATime;
  /** No local activity of the process is under way. */
  readonly isStill: () => boolean;
}

// eslint-disable-next-line max-lines-per-function -- its functions share what only they may change
export function createRecorder({ oneAtATime, isStill, ...options }: RecorderOptions): Recorder {
  const { take, isEmpty, act, ...draft } = createDraft(options);
  const unwritten = new Map<number, RecordBatch>();
  let taken = options.after ?? 0;
  /** Everything up to here is on file. */
  let written = taken;
  /** Somebody waits for this revision to be written. */
  let wanted = taken;
  /** Acts that are being decided: the batch is theirs. */
  let acting = 0;

  const takeBatch = (): void => {
    taken += 1;
    unwritten.set(taken, take(taken));
  };
  /** Up to a revision all is on file. */
  const forget = (revision: number): void => {
    written = Math.max(written, Math.min(revision, taken));
    for (const one of unwritten.keys()) if (one <= written) unwritten.delete(one);
  };
  const write = async (): Promise<void> => {
    const upTo = taken;
    const batches = [...unwritten.values()];
    await record.executeWithOptions({ summary: storyOf(batches) }, [batches]);
    forget(upTo);
  };
  const recorded = async (): Promise<number> => {
    if (isEmpty()) await settle();
    const revision = isEmpty() ? taken : taken + 1;
    wanted = Math.max(wanted, revision);
    await condition(() => written >= revision);
    return revision;
  };

  return {
    ...draft,
    get revision() {
      return taken;
    },
    batchesAfter: (revision) => [...unwritten.values()].filter((batch) => batch.revision > revision),
    recorded,
    async answering({ key, known }, decide) {
      forget(known);
      acting += 1;
      try {
        await decide();
        act(key);
        do {
          await condition(isStill);
          await settle();
        } while (!isStill()); // what follows from it has asked for a plan
        if (!isEmpty() && unwritten.size < MOST_UNWRITTEN) takeBatch();
      } finally {
        acting -= 1;
      }
      if (!isEmpty()) return { revision: await recorded() };
      const batch = unwritten.get(taken);
      return { revision: taken, ...(batch && { batch }) };
    },
    async run(ended) {
      const isOwed = (): boolean => acting === 0 && (!isEmpty() || wanted > written);
      for (;;) {
        await condition(() => isOwed() || (acting === 0 && ended()));
        await settle();
        if (acting > 0 || !(isOwed() || ended())) continue; // whoever acts has taken it along
        if (!isOwed() && unwritten.size === 0) return;
        await oneAtATime(async () => {
          await settle(); // what waited for the same one to end comes first
          if (acting > 0) return;
          if (!isEmpty()) takeBatch();
          if (unwritten.size > 0) await write();
        });
      }
    },
  };
}

/** What a record is of, for whoever reads the workflow's history: its first facts, with their rules. */
function storyOf(batches: readonly RecordBatch[]): string {
  const facts = batches.flatMap(({ events }) => events.map(({ kind, ruleId }) => (ruleId ? `${kind} (${ruleId})` : kind)));
  return facts.length > 0 ? [...new Set(facts)].slice(0, 3).join(', ') : 'the process as it stands';
}
