import type { ActUnderWay } from '../../../src/process/ports.messages';
import type { WoundRecord } from '../wounds';
import type { Finding } from './finding';

/** What a process has decided and answered comes to file although its sender is gone and nobody asks again: its sweeper has to see to it. */
export const judgeWounds = (wounds: readonly WoundRecord[]): Finding[] =>
  wounds
    .filter(({ onFileMs }) => onFileMs === null)
    .map(({ wound, processId, revision }) => ({
      what: 'lost',
      about: processId,
      detail: `revision ${revision} was decided and met ${wound}; nobody asked again, and it did not come to file`,
    }));

/** Real milliseconds after which no act is under way any more: nobody waits so long, and the sweeper gives up one that nobody has heard of after a minute. */
const LONGEST_MS = 90_000;

/** Nothing stays under way for ever: what began long before `now` (real instant) has been settled. */
export const judgeUnderWay = (acts: readonly ActUnderWay[], now: number): Finding[] =>
  acts
    .filter(({ begunAt }) => begunAt < now - LONGEST_MS)
    .map(({ processId, key }) => ({ what: 'stuck', about: processId, detail: `the act ${key} is still under way` }));
