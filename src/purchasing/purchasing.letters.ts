import type { FactsOf } from '../process/outbox/letter.letters';
import { supplierRequest } from './supplier-request.letters';
import { supplierWithdrawn } from './supplier-withdrawn.letters';

/** The letters to suppliers. */
export const PURCHASING_LETTERS = { 'supplier-request': supplierRequest, 'supplier-withdrawn': supplierWithdrawn };

declare module '../process/outbox/register.letters' {
  interface LetterFacts extends FactsOf<typeof PURCHASING_LETTERS> {}
}
