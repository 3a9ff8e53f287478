import { photoOf } from '../base/common.schema';
import { PROOFS, type ProofStep } from './photos.rules';

/** The id of the photo that proves a step. */
export const proof = (step: ProofStep) => photoOf(step, PROOFS[step]);
