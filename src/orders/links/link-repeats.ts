import type { ChangePatch } from '../order-acts.schema';
import { canonicalJson } from '../../platform/db/canonical-json';
import type { ChangeRecord } from '../change.repository';
import type { OrderRecord } from '../order-read.repository';
import type { TaskRecord } from '../../process/tasks/task-read.repository';
import { Refusal } from '../../base/refusals';
import type { Services } from '../services';

/**
 * What a customer says again by link changes nothing, and an order hears only so much in its life: these answer from the records what the
 * order has heard already. True: exactly this was said before, so it is answered as the first time.
 */

const wordsOf = async (services: Services, textId: string | null | undefined): Promise<Readonly<Record<string, unknown>>> =>
  (textId && (await services.texts.findMany([textId])).get(textId)) || {};

/** BAK-45. The details were confirmed for the plan as it stands. */
export async function isConfirmed(services: Services, { processId, plannedStartAt }: OrderRecord): Promise<boolean> {
  const answers = await services.timeline.dataOf(processId, 'details.confirmed');
  return answers.some((answer) => answer.plannedStartAt === plannedStartAt);
}

/** BAK-82. @throws {Refusal} `already-answered` when the order has another rating. */
export async function isRatedSo(services: Services, { number }: OrderRecord, score: number, comment: string | undefined): Promise<boolean> {
  const given = await services.exceptions.rating(number);
  if (!given) return false;
  if (given.score === score && (await wordsOf(services, given.textId))['comment'] === comment) return true;
  throw new Refusal('already-answered', { code: 'rated-already' }, { rule: 'BAK-82' });
}

/** BAK-60. @throws {Refusal} `already-answered` when another alternative was chosen. */
export async function isChosen(
  services: Services,
  { processId }: OrderRecord,
  exceptionId: string,
  option: string | null,
): Promise<boolean> {
  const chosen = (await services.timeline.dataOf(processId, 'alternative.chosen')).find((data) => data.exception === exceptionId);
  if (!chosen) return false;
  if (chosen.option === option) return true;
  throw new Refusal('already-answered', { code: 'alternatives-answered' }, { rule: 'BAK-60' });
}

/** BAK-25. The customer's own answer to the draft, in the same words. */
export async function isAnsweredSo(
  services: Services,
  task: TaskRecord,
  answer: { outcome: string; comments?: string | undefined },
): Promise<boolean> {
  const first = task.answers[0];
  if (first?.by.kind !== 'customer' || first.choices['outcome'] !== answer.outcome) return false;
  return (await wordsOf(services, first.textId))['comments'] === answer.comments;
}

/** BAK-36. The wish that waits for its decision and is just this one. */
export async function pendingWish(services: Services, { number }: OrderRecord, patch: ChangePatch): Promise<ChangeRecord | undefined> {
  const pending = await services.changes.listPending(number);
  return pending.find((change) => change.requestedBy.kind === 'customer' && canonicalJson(change.patch) === canonicalJson(patch));
}
