import { HOUR_MS } from '../base/rule';
import { defineLetterSamples, type SamplesOf } from '../process/outbox/letter-samples';
import type { PURCHASING_LETTERS } from './purchasing.letters';

/** A question about cream, to be answered within four hours. */
const aQuestion = (at: number) => ({ item: 'cream', exceptionId: 'sample', supplierId: 'sample', expiresAt: at + 4 * HOUR_MS });

defineLetterSamples({ 'supplier-request': aQuestion, 'supplier-withdrawn': aQuestion } satisfies SamplesOf<typeof PURCHASING_LETTERS>);
