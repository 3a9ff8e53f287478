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
