import { useSyncExternalStore } from 'react';
import { call } from '../api/call';
import { forgetTasks } from '../api/client';
import { signedInAs } from '../api/session';
import { Refused, Unanswered, type Problem } from '../api/problems';
import { draftName, dropDraft } from './drafts';
import { createListeners } from '../listeners';
import { keptIn } from './store';

/** An answer on its way to the shop. */
export interface Sending {
  readonly staffId: string;
  readonly taskId: string;
  /** What it is called in the tray. */
  readonly title: string;
  readonly order: string | null;
  readonly answer: Readonly<Record<string, unknown>>;
  /** The `Idempotency-Key`: the shop keeps it for 24 hours. */
  readonly key: string;
  /** Real time at which it was given, epoch ms. */
  readonly at: number;
  /** Why the shop did not take it; null while it is on its way. */
  readonly refused: Problem | null;
}

/** Real milliseconds between two tries, the last for all that follow. */
const TRIES_MS = [500, 1_000, 2_000, 4_000, 8_000];
/** Between two looks whether its person is signed in. */
const WAIT_FOR_PERSON_MS = 1_000;
/** An answer that waits longer asks its person before its key is forgotten by the shop. */
const TOO_OLD_MS = 20 * 3_600_000;

const box = keptIn<Sending>('outbox');
let entries: readonly Sending[] = [];
let running = false;
let wake: (() => void) | null = null;
const { listen, tell } = createListeners();

function change(next: readonly Sending[]): void {
  entries = next;
  tell();
}
const replace = (entry: Sending): void => change(entries.map((other) => (other.taskId === entry.taskId ? entry : other)));

/** Reads what a closed page of this person left behind, and sends it; what waits of anybody else waits on. */
export async function openOutbox(staffId: string): Promise<void> {
  const kept = (await box.all()).map(([, entry]) => entry).filter((entry) => entry.staffId === staffId);
  const own = entries.filter((entry) => entry.staffId === staffId);
  const known = new Set(own.map(({ taskId }) => taskId));
  change([...own, ...kept.filter(({ taskId }) => !known.has(taskId))]);
  void run();
}

/** Gives an answer to be sent, however long that takes. It is kept before anything else, so that a page that dies loses nothing. */
export async function send(entry: Omit<Sending, 'key' | 'at' | 'refused'>): Promise<void> {
  if (entries.some(({ taskId, refused }) => taskId === entry.taskId && refused === null)) return; // on its way already
  const sending: Sending = { ...entry, key: crypto.randomUUID(), at: Date.now(), refused: null };
  await box.put(entry.taskId, sending);
  change([...entries.filter(({ taskId }) => taskId !== entry.taskId), sending]);
  void run();
}

/** Takes an entry out: its person has read why it was refused, or gives another answer. */
export async function putAway(taskId: string): Promise<void> {
  await box.drop(taskId);
  change(entries.filter((entry) => entry.taskId !== taskId));
}

/** Tries at once what waits: the network is back, or the person has signed in again. */
export const hurry = (): void => {
  wake?.();
  void run();
};

/** Nobody is signed in any more; what waits stays on this device for its person. */
export const closeOutbox = (): void => change([]);

/** One sender: answers go out one after the other, in the order in which they were given. */
async function run(): Promise<void> {
  if (running) return;
  running = true;
  try {
    for (let next = waiting(); next; next = waiting()) await deliver(next);
  } finally {
    running = false;
  }
}
const waiting = (): Sending | undefined => entries.find(({ refused }) => refused === null);

async function deliver(entry: Sending): Promise<void> {
  for (let n = 0; ; n++) {
    if (!entries.includes(entry)) return; // put away meanwhile
    if (Date.now() - entry.at > TOO_OLD_MS) return refuse(entry, tooOld(entry));
    if (signedInAs() !== entry.staffId) {
      await pause(WAIT_FOR_PERSON_MS); // nobody's answer goes out under another's name
      continue;
    }
    try {
      await call('POST /tasks/{id}/completion', {
        params: { id: entry.taskId },
        body: { answer: entry.answer },
        idempotencyKey: entry.key,
      });
      await dropDraft(entry.staffId, draftName(entry.taskId));
      await putAway(entry.taskId);
      return forgetTasks();
    } catch (error) {
      if (error instanceof Refused && error.problem.status !== 401 && error.code !== 'csrf-required') return refuse(entry, error.problem);
      const asked = error instanceof Unanswered ? error.retryAfterMs : null;
      await pause(asked ?? TRIES_MS[Math.min(n, TRIES_MS.length - 1)] ?? 0);
    }
  }
}

async function refuse(entry: Sending, refused: Problem): Promise<void> {
  const stuck = { ...entry, refused };
  await box.put(entry.taskId, stuck);
  replace(stuck);
  forgetTasks();
}

/** The shop has forgotten the key, or is about to: sent again, the answer might be given twice. */
const tooOld = ({ taskId }: Sending): Problem => ({
  type: '/problems/kept-too-long',
  title: '',
  status: 0,
  detail: '',
  fault: { code: 'kept-too-long', params: {} },
  instance: `/tasks/${taskId}`,
  requestId: '',
});

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => (clearTimeout(timer), resolve());
  });

/** Everything that is on its way or needs its person. */
export const useOutbox = (): readonly Sending[] => useSyncExternalStore(listen, () => entries);
