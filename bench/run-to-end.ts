import { StartProblem } from '../src/local-shop/start-problem';

/** Ends this process with the exit code that a program answers; why a shop could not start is said without a stack. */
export function runToEnd(program: Promise<number>): void {
  program.then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof StartProblem ? error.message : error);
      process.exit(1);
    },
  );
}
