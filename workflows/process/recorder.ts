import { condition, proxyActivities } from '@temporalio/workflow';
import {
  SNAPSHOT_PARTS,
  type Actor,
  type ChangeRow,
  type NoticeRow,
  type OrderSnapshot,
  type ProcessRef,
  type RecordBatch,
  type RecordedSnapshot,
  type SnapshotPart,
  type Standing,
  type TaskRow,
} from '../../src/contracts/order';
import type { OrderActivities } from '../../src/contracts/ports';
import { rowsAfter } from '../../src/contracts/repair';
import { ROW_NAMES, type BatchRows, type RowName, type Rows } from '../../src/contracts/rows';
import { LETTERS, type LetterFacts, type NoticeTemplate } from '../../src/letters';
import type { Letter } from '../../src/letters/letter';
import { createLetters } from './letters';
import type { OneAtATime } from './one-at-a-time';

/**
 * A regular activity, never a local one: by the time it runs, the decision it writes stands in history. A local one writes while its workflow
 * task is still open; when worker or server dies in between, the order decides anew, beside rows of a decision that was never made.
 * A repeat is a no-op, so a try is given up early.
 */
const { record } = proxyActivities<OrderActivities>({
  startToCloseTimeout: '5s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '5s' },
  summary: 'record',
});

/** The process itself acts, by its timers. */
export const SYSTEM: Actor = { kind: 'system', via: 'timer' };

export interface EventMore {
  readonly ruleId?: string;
  readonly actor?: Actor;
  readonly textId?: string;
}

export interface NoticeMore {
  /** The letter's own where the story says nothing. */
  readonly urgent?: boolean;
  /** The letter's first where the story names none. */
  readonly ruleId?: string;
  /** Who was told the same before: whoever is one of them as well need not hear it again. */
  readonly besides?: readonly string[];
  /** Only in the place of an unsent one of its kind. */
  readonly instead?: true;
}

/**
 * The one writer of a workflow's rows. What was decided is queued here; one coroutine writes the queue, one transaction at a time.
 * Row ids come from a counter in workflow state, so a repeat is a no-op.
 */
export interface Recorder {
  /** A row id of this workflow: `<workflowId>/<sequence>`. */
  nextId(): string;
  /** A fact on the timeline; unsent letters that it makes untrue are withdrawn with it. */
  event(kind: string, data: Record<string, unknown>, more?: EventMore): void;
  /** A letter, from the facts of its kind. */
  notice<T extends NoticeTemplate>(to: string, template: T, facts: LetterFacts[T], more?: NoticeMore): void;
  task(row: TaskRow): void;
  change(row: ChangeRow): void;
  /** A row of the story's own (`ROWS`); of two with one id in a batch the later stands. */
  row<K extends RowName>(name: K, row: Rows[K]): void;
  correction(textId: string): void;
  /** The order's own row changed, though nothing above was queued. */
  touch(): void;
  /** The newest revision that can be read. */
  readonly revision: number;
  /** Resolves when all that is queued now can be read; answers the revision. */
  recorded(): Promise<number>;
  /** Writes until the story has ended and the queue is empty. */
  run(ended: () => boolean): Promise<void>;
}

interface Queue {
  events: RecordBatch['events'][number][];
  tasks: Map<string, TaskRow>;
  changes: Map<string, ChangeRow>;
  rows: Map<RowName, Map<string, unknown>>;
  corrections: string[];
}

const emptyQueue = (): Queue => ({
  events: [],
  tasks: new Map(),
  changes: new Map(),
  rows: new Map(),
  corrections: [],
});

export interface RecorderOptions {
  readonly process: ProcessRef;
  readonly now: () => number;
  readonly oneAtATime: OneAtATime;
  readonly standing: () => Standing;
  /** The order's own row at this revision; other processes have none. */
  readonly snapshot?: (revision: number) => OrderSnapshot;
  /** A new run of the same workflow records after this revision (`fenceAfter`). */
  readonly after?: number;
  /** Called once for each batch taken, before it is written: search attributes and current details ride along. */
  readonly onBatch?: () => void;
}

export function createRecorder({ process, now, oneAtATime, standing, snapshot, after = 0, onBatch }: RecorderOptions): Recorder {
  let queue = emptyQueue();
  let dirty = false;
  let sequence = rowsAfter(after);
  const sent: Partial<Record<SnapshotPart, string>> = {};
  let taken = after;
  let written = after;

  const nextId = (): string => `${process.id}/${++sequence}`;
  const letters = createLetters(nextId, now, after > 0);
  const queued = (): void => {
    dirty = true;
  };

  /** Without the large parts that the last batches have brought already: each batch is written before the next is taken. */
  function changedOf(whole: OrderSnapshot): RecordedSnapshot {
    const changed: { -readonly [K in keyof RecordedSnapshot]: RecordedSnapshot[K] } = { ...whole };
    for (const part of SNAPSHOT_PARTS) {
      const now = JSON.stringify(whole[part]);
      if (sent[part] === now) delete changed[part];
      sent[part] = now;
    }
    return changed;
  }

  function take(): RecordBatch {
    const full = queue;
    queue = emptyQueue();
    dirty = false;
    taken += 1;
    return {
      process,
      revision: taken,
      ...(taken === after + 1 && { first: true as const }),
      standing: standing(),
      ...(snapshot && { snapshot: changedOf(snapshot(taken)) }),
      events: full.events,
      ...letters.take(),
      tasks: [...full.tasks.values()],
      changes: [...full.changes.values()],
      ...(Object.fromEntries(ROW_NAMES.map((name) => [name, [...(full.rows.get(name)?.values() ?? [])]])) as unknown as BatchRows),
      corrections: full.corrections,
    };
  }

  return {
    nextId,
    event(kind, data, { ruleId, actor = SYSTEM, textId } = {}) {
      letters.hear(kind, data);
      queue.events.push({ id: nextId(), at: now(), kind, actor, data, ...(ruleId && { ruleId }), ...(textId && { textId }) });
      queued();
    },
    notice(to, template, facts, more = {}) {
      const letter: Letter = LETTERS[template];
      const { urgent = letter.urgent ?? false, ruleId = letter.rules?.[0], besides = [], instead } = more;
      letters.write({
        id: nextId(),
        to,
        template,
        facts: { ...(facts as NoticeRow['facts']), ...(besides.length > 0 && { besides }) },
        urgent,
        createdAt: now(),
        ...(ruleId && { ruleId }),
        ...(instead && { instead }),
      });
      queued();
    },
    task(row) {
      queue.tasks.set(row.id, row);
      queued();
    },
    change(row) {
      // `apply` belongs to one batch and must survive a later touch of the same row in it
      queue.changes.set(row.id, queue.changes.get(row.id)?.apply ? { ...row, apply: true } : row);
      queued();
    },
    row(name, row) {
      const rows = queue.rows.get(name) ?? new Map<string, unknown>();
      queue.rows.set(name, rows.set('id' in row ? row.id : process.id, row));
      queued();
    },
    correction(textId) {
      queue.corrections.push(textId);
      queued();
    },
    touch: queued,
    get revision() {
      return written;
    },
    async recorded() {
      if (!dirty) await settle();
      const wanted = dirty ? taken + 1 : taken;
      await condition(() => written >= wanted);
      return wanted;
    },
    async run(ended) {
      for (;;) {
        await condition(() => dirty || ended());
        await settle();
        if (!dirty) return;
        await oneAtATime(async () => {
          await settle(); // what waited for the same one to end comes first
          onBatch?.();
          const batch = take();
          await record(batch);
          written = batch.revision;
        });
      }
    },
  };
}

/**
 * Lets what woke in the same breath run first, so that an act and all that follows from it share one transaction: a condition is looked at
 * again only when nothing else is left to run. Two rounds, because the first may wake a step that waits for another condition.
 */
async function settle(): Promise<void> {
  for (let round = 0; round < SETTLING_ROUNDS; round += 1) {
    let asked = false;
    await condition(() => asked || !(asked = true));
  }
}
const SETTLING_ROUNDS = 2;
