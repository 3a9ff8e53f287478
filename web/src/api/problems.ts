import type { Problem } from '../../../src/platform/http/problem.schema';

export type { Problem };

/** The API said no, in the reader's words. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'Refused';
  }

  /** Its code, as docs/problems.md lists it. */
  get code(): string {
    return codeOf(this.problem);
  }
}

export const codeOf = ({ type }: Pick<Problem, 'type'>): string => type.slice(type.lastIndexOf('/') + 1);

/** No answer came: the network is away, or the shop is. What was asked may have been done. */
export class Unanswered extends Error {
  constructor(
    /** Real milliseconds after which the shop wants to be asked again; null where it did not say. */
    readonly retryAfterMs: number | null = null,
  ) {
    super('no answer');
    this.name = 'Unanswered';
  }
}

/** Statuses that say "later": the same request, under the same key, may be sent again. */
export const isForLater = (status: number): boolean => status === 502 || status === 503 || status === 504 || status === 429;
