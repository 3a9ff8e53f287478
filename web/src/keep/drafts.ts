import { keptIn } from './store';

/** What somebody has begun to write. */
export interface Draft {
  readonly data: Readonly<Record<string, unknown>>;
  /** Real time of the last stroke, epoch ms. */
  readonly at: number;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const drafts = keptIn<Draft>('drafts');
/** What the draft of a task's answer is kept under. */
export const draftName = (taskId: string): string => `task/${taskId}`;

const nameOf = (staffId: string, thing: string): string => `${staffId} ${thing}`;

/** The draft of a person for a thing (`task/…`); undefined where they began none, or over a week ago. */
export async function draftOf(staffId: string, thing: string): Promise<Draft | undefined> {
  const draft = await drafts.get(nameOf(staffId, thing));
  return draft && Date.now() - draft.at < WEEK_MS ? draft : undefined;
}

export const keepDraft = (staffId: string, thing: string, draft: Draft): Promise<void> => drafts.put(nameOf(staffId, thing), draft);
export const dropDraft = (staffId: string, thing: string): Promise<void> => drafts.drop(nameOf(staffId, thing));
/** How many drafts a person has on this device. */
export const countDrafts = async (staffId: string): Promise<number> =>
  (await drafts.all()).filter(([name, { at }]) => name.startsWith(`${staffId} `) && Date.now() - at < WEEK_MS).length;
/** Forgets every draft: the person has signed out of this device. */
export const dropDrafts = (): Promise<void> => drafts.clear();
