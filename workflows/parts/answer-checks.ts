import type { TaskRow } from '../../src/contracts/order';
import type { TaskAnswers } from '../../src/contracts/tasks';
import { Refusal } from '../../src/domain/errors';
import { packingLines } from '../../src/domain/packing';
import { toMs } from '../../src/domain/rulebook/rule';
import type { TaskKind } from '../../src/domain/rulebook/tasks';
import { checkFresh } from './changes';
import { outstandingOf, type Self } from './self';

type Check<K extends TaskKind> = (self: Self, answer: TaskAnswers[K], row: TaskRow) => void;

const bad = (pointer: string, detail: string, rule: string): Refusal =>
  new Refusal('invalid-request', detail, { rule, errors: [{ pointer, detail }] });

/** BAK-69. The order number is typed again and compared. */
function sameNumber(self: Self, typed: string): void {
  if (typed !== self.input.number) throw bad('/answer/orderNumber', 'The order number typed is not this order’s.', 'BAK-69');
}

function knownPhoto(self: Self, photoId: string, pointer: string, rule: string): void {
  if (!self.photos.has(photoId)) throw bad(pointer, 'No photo of this order has that id; upload it first.', rule);
}

/** What the facts of the order ask of an answer, beyond its shape. Each throws `Refusal`. */
const CHECKS: { readonly [K in TaskKind]?: Check<K> } = {
  'feasibility-review'(self, { outcome, plannedStartAt = 0, compressed }) {
    if (outcome === 'not-feasible') return;
    const latest = compressed?.decorationDueAt ?? self.facts.deliveryAt - (self.facts.decoration ? toMs(self.rules.decorationBefore) : 0);
    if (plannedStartAt < self.input.intakeAt)
      throw bad('/answer/plannedStartAt', 'Making cannot be planned before the order was taken.', 'BAK-29');
    if (plannedStartAt >= latest) {
      throw bad(
        '/answer/plannedStartAt',
        'Making must start before the decoration deadline; a rush order needs compressed deadlines.',
        'BAK-29',
      );
    }
    if (compressed && self.facts.urgency !== 'rush')
      throw bad('/answer/compressed', 'Only a rush order may have compressed deadlines.', 'BAK-24');
  },
  'change-decision'(self, { decision, previewHash }, row) {
    if (decision === 'approve') checkFresh(self, String(row.context['change']), previewHash);
  },
  refund(_self, { amountFen }, row) {
    if (amountFen !== row.context['refundFen'])
      throw bad('/answer/amountFen', `The refund owed is ${String(row.context['refundFen'])} fen.`, 'BAK-39');
  },
  'sign-task-sheet'(self, { version }) {
    if (version !== self.version) throw bad('/answer/version', `The task sheet in force is version ${self.version}.`, 'BAK-44');
  },
  'making-done'(self) {
    if (self.signedVersion !== self.version) {
      throw new Refusal('not-in-this-state', `Version ${self.version} of the task sheet is not signed.`, { rule: 'BAK-44' });
    }
  },
  'quality-check'(_self, { result }, row) {
    if (result === 'not-sampled' && (row.context['final'] === true || row.context['mustSample'] === true)) {
      throw bad('/answer/result', 'This check must be sampled: it is the check after decoration, or the order is high-risk.', 'BAK-51');
    }
  },
  'decoration-done'(self, { photoId }) {
    knownPhoto(self, photoId, '/answer/photoId', 'BAK-52');
  },
  'packing-checklist'(self, { lines, orderNumber }) {
    sameNumber(self, orderNumber);
    const open = packingLines(self.facts).filter((line) => !lines.includes(line.id));
    if (open[0]) {
      const detail = `Still open: ${open.map((line) => line.id).join(', ')}.`;
      throw new Refusal('invalid-request', detail, { rule: open[0].ruleId, errors: [{ pointer: '/answer/lines', detail }] });
    }
  },
  'dispatch-check'(self, { orderNumber }) {
    sameNumber(self, orderNumber);
  },
  'hand-over'(self, { photoId, signatureId }) {
    if (self.holds.size > 0) throw new Refusal('not-in-this-state', 'The food-safety committee holds the order.', { rule: 'BAK-81' });
    knownPhoto(self, photoId, '/answer/photoId', 'BAK-75');
    if (signatureId) knownPhoto(self, signatureId, '/answer/signatureId', 'BAK-75');
  },
  'settle-balance'(self, { amountFen }) {
    if (amountFen !== outstandingOf(self)) throw bad('/answer/amountFen', `The balance is ${outstandingOf(self)} fen.`, 'BAK-77');
  },
};

/** @throws {Refusal} when the order's facts forbid this answer. */
export function checkAnswer(self: Self, row: TaskRow, choices: Readonly<Record<string, unknown>>): void {
  const check = CHECKS[row.kind] as Check<TaskKind> | undefined;
  check?.(self, choices as unknown as TaskAnswers[TaskKind], row);
}
