import type { PartyLink } from '../platform/links/link';
import { sourcingWorkflowId } from './names.messages';

declare module '../platform/links/link' {
  interface LinkActs {
    readonly 'supplier-answer': true;
  }
}

/** BAK-59. One question to one supplier. */
export interface Question {
  readonly exceptionId: string;
  readonly supplierId: string;
}

/** The link of a question, before it has a row and an end. */
export const questionLink = ({ exceptionId, supplierId }: Question): Pick<PartyLink, 'process' | 'party' | 'may'> => ({
  process: sourcingWorkflowId(exceptionId),
  party: `supplier:${supplierId}`,
  may: ['view', 'supplier-answer'],
});

const [PROCESS, PARTY] = [sourcingWorkflowId(''), 'supplier:'];

/** The question that a link is about; null for a link to something else. */
export const questionOf = ({ process, party }: Pick<PartyLink, 'process' | 'party'>): Question | null =>
  process.startsWith(PROCESS) && party.startsWith(PARTY)
    ? { exceptionId: process.slice(PROCESS.length), supplierId: party.slice(PARTY.length) }
    : null;
