import type { MomentName } from '../agenda.rules';
import type { BenchName } from '../benches.rules';
import type { ProofStep } from '../photos.rules';
import type { TaskRule } from '../../process/tasks/tasks.rules';

/** BAK-09. The steps whose people the feasibility review names. */
export const STEPS = ['materials', 'making', 'quality-check', 'decoration', 'packing', 'delivery'] as const;
export type Step = (typeof STEPS)[number];

/** A row names the bakery's own steps, benches, moments and proofs. */
export interface BakeryTaskRule extends TaskRule {
  readonly step?: Step;
  readonly bench?: BenchName;
  readonly dueBy?: { readonly due: MomentName; readonly remind?: MomentName };
  readonly photos?: Readonly<Record<string, ProofStep>>;
}

/** Most lines of a list in an answer. */
export const MOST_LINES = 100;
/** Most characters of an order's number, as people type it again. */
export const ORDER_NUMBER_LENGTH = 32;
