import type { FactsOf } from './outbox/letter.letters';
import { taskLate } from './tasks/task-late.letters';
import { taskOpened } from './tasks/task-opened.letters';
import { taskReminder } from './tasks/task-reminder.letters';

/** The letters that any process writes: those about its tasks. */
export const PROCESS_LETTERS = { 'task-opened': taskOpened, 'task-reminder': taskReminder, 'task-late': taskLate };

type ProcessLetters = typeof PROCESS_LETTERS;
declare module './outbox/register.letters' {
  interface LetterFacts extends FactsOf<ProcessLetters> {}
}
