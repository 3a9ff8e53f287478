import { condition, proxyActivities } from '@temporalio/workflow';
import type { Decided, RecordBatch } from '../../src/process/process.messages';
import type { ProcessActivities } from '../../src/process/ports.messages';
import { createDraft, type Draft, type DraftHandedOver, type DraftOptions } from './draft';
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
 * Acts that a run's successor knows to be answered. Temporal tells a repeat by its Update's id within one run only; whoever asks again after
 * the run has changed has asked a short while before.
 */
const MOST_ANSWERED = 1_000;

/** How far an ended run has come, for the recorder of the run that goes on. */
export interface RecordHandedOver extends DraftHandedOver {
  /** The last revision taken. */
  readonly revision: number;
  /** Those that nobody has said to be written. */
  readonly unwritten: readonly RecordBatch[];
  /** The Updates' ids of the acts answered last, and the revisions that they were answered with. */
  readonly answered: readonly (readonly [key: string, revision: number])[];
}

/**
 * The one writer of a process's rows. An act's batch leaves with its answer, and whoever asked writes it (`answering`). What timers,
 * signals and children decide is written from here, by activity, with all that is not known to be written before it. Revisions rise by one, and
 * are written in their order.
 */
export interface Recorder extends Omit<Draft, 'take' | 'isEmpty' | 'act' | 'handOver'> {
  /** The last revision taken: the process as it stands, when nothing is decided since. */
  readonly revision: number;
  /**
   * Lets an act be decided, with what follows from it in the same breath, and answers with the batch of it. `known`: the revision that the
   * caller has found on file. `key`: its Update's id. What an earlier run has answered is answered again, and not decided.
   */
  answering(act: { readonly key: string; readonly known: number }, decide: () => Promise<void>): Promise<Decided>;
  /** Whether an act was answered, by this run or one before it. */
  hasAnswered(key: string): boolean;
  /** Resolves when all that is decided now is written; answers its revision. */
  recorded(): Promise<number>;
  /** What is not known to be written, beyond a revision: for whoever finds a gap on file. */
  batchesAfter(revision: number): RecordBatch[];
  /** Writes until the story has ended and everything is written. */
  run(ended: () => boolean): Promise<void>;
  /** No act is being decided, nothing is decided that no batch has, and nothing is being written. */
  isStill(): boolean;
  /** For the run that goes on, while it is still. */
  handOver(): RecordHandedOver;
}

export interface RecorderOptions extends DraftOptions {
  readonly oneAtATime: OneAtATime;
  /** No local activity of the process is under way. */
  readonly isStill: () => boolean;
  /** Of the run that this one continues. */
  readonly handedOver?: RecordHandedOver | undefined;
}

// eslint-disable-next-line max-lines-per-function -- its functions share what only they may change
export function createRecorder({ oneAtATime, isStill, ...options }: RecorderOptions): Recorder {
  const { take, isEmpty, act, handOver, ...draft } = createDraft(options);
  const { handedOver } = options;
  const unwritten = new Map(handedOver?.unwritten.map((batch) => [batch.revision, batch]));
  let taken = handedOver?.revision ?? options.after ?? 0;
  /** Everything up to here is on file. */
  let written = taken - unwritten.size;
  /** Somebody waits for this revision to be written. What an ended run left is: nobody can ask that run any more what came of an act. */
  let wanted = taken;
  /** Acts that are being decided: the batch is theirs. */
  let acting = 0;
  let writing = false;
  const answered = new Map(handedOver?.answered);

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
    writing = true;
    await record.executeWithOptions({ summary: storyOf(batches) }, [batches]);
    writing = false;
    forget(upTo);
  };
  const recorded = async (): Promise<number> => {
    if (isEmpty()) await settle();
    const revision = isEmpty() ? taken : taken + 1;
    wanted = Math.max(wanted, revision);
    await condition(() => written >= revision);
    return revision;
  };

  const decidedAt = (revision: number): Decided => {
    const batch = unwritten.get(revision);
    return { revision, ...(batch && { batch }) };
  };

  return {
    ...draft,
    get revision() {
      return taken;
    },
    batchesAfter: (revision) => [...unwritten.values()].filter((batch) => batch.revision > revision),
    recorded,
    hasAnswered: (key) => answered.has(key),
    isStill: () => acting === 0 && isEmpty() && !writing,
    handOver: () => ({
      ...handOver(),
      revision: taken,
      unwritten: [...unwritten.values()],
      answered: [...answered].slice(-MOST_ANSWERED),
    }),
    async answering({ key, known }, decide) {
      forget(known);
      const before = answered.get(key);
      if (before !== undefined) return decidedAt(before);
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
      const decided = isEmpty() ? decidedAt(taken) : { revision: await recorded() };
      answered.set(key, decided.revision);
      return decided;
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
