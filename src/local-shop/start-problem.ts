/** Why the shop cannot start (or go on), as one sentence that says what to do. Shown without a stack; the exit code is 1. */
export class StartProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartProblem';
  }
}

/** What went wrong, in words: the message of an error, or of the first error inside an aggregate (as `net` throws for several addresses). */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code;
  return error.message || code || error.name;
}
