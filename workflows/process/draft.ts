import type { Actor } from '../../src/base/actor';
import type { NoticeRow, OwnParts, ProcessRef, RecordBatch, Standing, TaskRow, TimelineEntry } from '../../src/process/process.messages';
import type { EventData, EventKind } from '../../src/process/events.messages';
import { rowsAfter } from '../../src/process/fence.rules';
import type { BatchRows, RowName, Rows } from '../../src/process/record/rows.messages';
import { letterOf, type LetterFacts, type NoticeTemplate } from '../../src/process/outbox/register.letters';
import { createLetters } from './letters';

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

/** What a process has decided and no batch has yet. Row ids come from a counter in workflow state, so a repeat is a no-op. */
export interface Draft {
  /** A row id of this workflow: `<workflowId>/<sequence>`. */
  nextId(): string;
  /** A fact on the timeline; unsent letters that it makes untrue are withdrawn with it. */
  event<K extends EventKind>(kind: K, data: EventData[K], more?: EventMore): void;
  /** A letter, from the facts of its kind. */
  notice<T extends NoticeTemplate>(to: string, template: T, facts: LetterFacts[T], more?: NoticeMore): void;
  task(row: TaskRow): void;
  /** A row of the story's own (`ROWS`); of two with one id in a batch the later stands. */
  row<K extends RowName>(name: K, row: Rows[K]): void;
  /** An act was decided under this key. */
  readonly act: (key: string) => void;
  /** What its chapter writes of it changed, though nothing above was queued. */
  touch(): void;
  /** Nothing is decided that no batch has. */
  readonly isEmpty: () => boolean;
  /** All of it, as the batch of this revision; the draft is empty then. */
  readonly take: (revision: number) => RecordBatch;
  /** For the run that goes on, when the draft is empty. */
  readonly handOver: () => DraftHandedOver;
}

/** How far an ended run has come, for the draft of the run that goes on. */
export interface DraftHandedOver {
  /** The number of its last row. */
  readonly sequence: number;
  /** The customer's newest letter of each kind. */
  readonly letters: readonly NoticeRow[];
}

interface Queue {
  events: RecordBatch['events'][number][];
  tasks: Map<string, TaskRow>;
  rows: Map<RowName, Map<string, unknown>>;
  acts: string[];
}

const emptyQueue = (): Queue => ({
  events: [],
  tasks: new Map(),
  rows: new Map(),
  acts: [],
});

export interface DraftOptions {
  readonly process: ProcessRef;
  readonly now: () => number;
  readonly standing: () => Standing;
  /** What its chapter writes beside the rows that every process has. */
  readonly own?: () => OwnParts;
  /** A new run of the same workflow records after this revision (`fenceAfter`). */
  readonly after?: number;
  /** Of the run that this one continues. */
  readonly handedOver?: DraftHandedOver | undefined;
  /** Called once for each batch taken, before it is written: search attributes and current details ride along. */
  readonly onBatch?: () => void;
}

// eslint-disable-next-line max-lines-per-function -- its functions share what only they may change
export function createDraft({ process, now, standing, own, after = 0, handedOver, onBatch }: DraftOptions): Draft {
  let queue = emptyQueue();
  let dirty = false;
  let sequence = handedOver?.sequence ?? rowsAfter(after);

  const nextId = (): string => `${process.id}/${++sequence}`;
  const forerunner = handedOver ? { newest: handedOver.letters } : after > 0 ? { newest: [] } : undefined;
  const letters = createLetters(nextId, now, forerunner);
  const queued = (): void => {
    dirty = true;
  };

  return {
    nextId,
    event(kind, said, { ruleId, actor = SYSTEM, textId } = {}) {
      const data = said as TimelineEntry['data'];
      letters.hear(kind, data);
      queue.events.push({ id: nextId(), at: now(), kind, actor, data, ...(ruleId && { ruleId }), ...(textId && { textId }) });
      queued();
    },
    notice(to, template, facts, more = {}) {
      const letter = letterOf(template);
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
    row(name, row) {
      const rows = queue.rows.get(name) ?? new Map<string, unknown>();
      queue.rows.set(name, rows.set('id' in row ? row.id : process.id, row));
      queued();
    },
    act: (key) => void queue.acts.push(key), // by itself it is nothing to record
    touch: queued,
    isEmpty: () => !dirty,
    handOver: () => ({ sequence, letters: letters.newest() }),
    take(revision) {
      onBatch?.();
      const full = queue;
      queue = emptyQueue();
      dirty = false;
      return {
        process,
        revision,
        ...(revision === after + 1 && !handedOver && { first: true as const }),
        standing: standing(),
        ...own?.(),
        events: full.events,
        ...letters.take(),
        tasks: [...full.tasks.values()],
        ...(Object.fromEntries([...full.rows].map(([name, rows]) => [name, [...rows.values()]])) as BatchRows),
        acts: full.acts,
      };
    },
  };
}
