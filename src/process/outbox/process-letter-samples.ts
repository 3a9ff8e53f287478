import { HOUR_MS } from '../../base/rule';
import type { PROCESS_LETTERS } from '../process.letters';
import { defineLetterSamples, type SamplesOf } from './letter-samples';

/** A step that is due in four hours. */
const aTask = (at: number) => ({ task: 'sample', kind: 'repair', dueAt: at + 4 * HOUR_MS, reason: null }) as const;

defineLetterSamples({
  'task-opened': aTask,
  'task-reminder': aTask,
  'task-late': (at) => ({ ...aTask(at), rung: 1 }),
} satisfies SamplesOf<typeof PROCESS_LETTERS>);
