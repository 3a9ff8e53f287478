import { taskRule } from '../process/tasks/tasks.rules';
import { REPAIR_ACTIONS } from '../process/repairs.rules';
import { Refusal } from '../base/refusals';
import { PAYMENT_METHODS } from '../base/money';
import { fen, flag, id, instant, listOf, oneOf, optional, positiveFen, read, shape, token, under, whole, type Reader } from '../base/read';
import { ROLES } from '../base/roles';
import { KEY_STEPS, type KeyStep } from './products.rules';
import { type TaskKind } from '../process/tasks/tasks.rules';
import type { TaskAnswers } from '../process/tasks/tasks.rules';

/** Most lines of a list in an answer, as the answers' forms have them. */
const MOST_LINES = 100;
const ORDER_NUMBER_LENGTH = 32;

const choices = <K extends TaskKind>(fields: Parameters<typeof shape<TaskAnswers[K]>>[0]): Reader<TaskAnswers[K]> =>
  shape<TaskAnswers[K]>(fields);
const cause = oneOf('store', 'customer', 'neither');
const orderNumber = token(ORDER_NUMBER_LENGTH);
const yes = oneOf<true>(true);

/** What the workflow believes of an answer: its choices, each of its type, and nothing else. The forms (`ANSWERS`) ask for more. */
const CHOICES: { readonly [K in TaskKind]: Reader<TaskAnswers[K]> } = {
  'confirm-design': choices<'confirm-design'>({ outcome: oneOf('approved', 'rejected'), draftPhotoId: optional(id) }),
  'feasibility-review': choices<'feasibility-review'>({
    outcome: oneOf('feasible', 'feasible-with-conditions', 'not-feasible'),
    plannedStartAt: optional(instant),
    assignees: optional(
      shape<NonNullable<TaskAnswers['feasibility-review']['assignees']>>({
        materials: optional(id),
        making: optional(id),
        'quality-check': optional(id),
        decoration: optional(id),
        packing: optional(id),
        delivery: optional(id),
      }),
    ),
    highRisk: optional(flag),
    ingredients: optional(listOf(shape({ item: id, status: oneOf('in-stock', 'to-buy', 'unavailable') }), MOST_LINES)),
    decoration: optional(flag),
    compressed: optional(shape({ materialsDueAt: instant, decorationDueAt: instant })),
  }),
  'offer-alternative': choices<'offer-alternative'>({ outcome: oneOf('decline', 'review-again') }),
  'chase-deposit': choices<'chase-deposit'>({ outcome: oneOf('will-pay', 'cancel') }),
  'change-decision': choices<'change-decision'>({ decision: oneOf('approve', 'reject'), previewHash: optional(id) }),
  'acknowledge-allergen': choices<'acknowledge-allergen'>({ acknowledged: flag }),
  'cancellation-decision': choices<'cancellation-decision'>({
    decision: oneOf('approve', 'reject'),
    cause: optional(cause),
    refundFen: optional(under('BAK-40', fen)),
  }),
  refund: choices<'refund'>({ amountFen: fen, method: oneOf(...PAYMENT_METHODS) }),
  'materials-settled': choices<'materials-settled'>({
    lines: listOf(shape({ item: id, source: oneOf('stock', 'purchase') }), MOST_LINES, 1),
  }),
  'materials-complete': choices<'materials-complete'>({ complete: yes }),
  'sign-task-sheet': choices<'sign-task-sheet'>({ signed: yes, version: whole(0) }),
  'telephone-customer': choices<'telephone-customer'>({ reached: flag }),
  'making-done': choices<'making-done'>({ done: yes }),
  'daily-photos': choices<'daily-photos'>({
    worked: flag,
    steps: optional(listOf(oneOf(...(Object.keys(KEY_STEPS) as KeyStep[])), MOST_LINES)),
  }),
  'quality-check': choices<'quality-check'>({ result: oneOf('pass', 'fail', 'not-sampled') }),
  'decoration-done': choices<'decoration-done'>({ photoId: id }),
  'packing-checklist': choices<'packing-checklist'>({
    lines: listOf(id, MOST_LINES),
    orderNumber,
    productionDate: optional(token(ORDER_NUMBER_LENGTH)),
    labelPhotoId: optional(id),
  }),
  'dispatch-check': choices<'dispatch-check'>({
    vehicle: yes,
    route: yes,
    vest: yes,
    weather: oneOf('fair', 'severe'),
    backupPlan: optional(oneOf('earlier-departure', 'other-vehicle', 'other-route', 'pick-up')),
    orderNumber,
  }),
  'hand-over': choices<'hand-over'>({ photoId: id, signatureId: id, signeeIsOther: optional(flag) }),
  'settle-balance': choices<'settle-balance'>({ amountFen: fen, method: oneOf(...PAYMENT_METHODS) }),
  'follow-up-visit': choices<'follow-up-visit'>({
    reached: flag,
    method: optional(under('AFT-89', oneOf('telephone', 'sms', 'questionnaire', 'visit'))),
    satisfaction: optional(whole(1, 5)),
    department: optional(oneOf(...ROLES)),
  }),
  'answer-exception': choices<'answer-exception'>({
    outcome: oneOf('resolved', 'accept', 'replace', 'partial-refund', 'refuse', 'escalate'),
    refundFen: optional(positiveFen),
    replacementAt: optional(instant),
  }),
  'contact-supplier': choices<'contact-supplier'>({ result: oneOf('promised', 'refused'), supplier: id, promisedAt: optional(instant) }),
  escalated: choices<'escalated'>({ decision: oneOf('continue', 'rework', 'change', 'cancel') }),
  'committee-vote': choices<'committee-vote'>({ vote: oneOf('release', 'hold', 'destroy') }),
  repair: choices<'repair'>({ action: oneOf(...REPAIR_ACTIONS) }),
};

/** @throws {Refusal} `invalid-request`, naming each field of the answer that is wrong, and the rule that the step is there for. */
export function readChoices<K extends TaskKind>(kind: K, x: unknown): TaskAnswers[K] {
  const answer = read(CHOICES[kind], x, '/answer');
  if (answer instanceof Refusal) throw new Refusal(answer.code, answer.why, { rule: taskRule(kind).ruleIds[0], ...answer.more });
  return answer;
}
