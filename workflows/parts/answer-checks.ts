import type { TaskRow } from '../../src/contracts/order';
import type { TaskAnswers } from '../../src/contracts/tasks';
import { Refusal } from '../../src/domain/errors';
import { inProduction } from '../../src/domain/order-state';
import { packingLines } from '../../src/domain/packing';
import { toMs } from '../../src/domain/rulebook/rule';
import type { TaskKind } from '../../src/domain/rulebook/tasks';
import { checkFresh } from './changes';
import { missingOf } from './daily-photos';
import { outstandingOf, type Self } from './self';

type Check<K extends TaskKind> = (self: Self, answer: TaskAnswers[K], row: TaskRow) => void;

/** A field of an act that the facts forbid. */
export const bad = (pointer: string, detail: string, rule: string): Refusal =>
  new Refusal('invalid-request', detail, { rule, errors: [{ pointer, detail }] });

/** BAK-69. The order number is typed again and compared. */
function sameNumber(self: Self, typed: string): void {
  if (typed !== self.input.number) throw bad('/answer/orderNumber', 'The order number typed is not this order’s.', 'BAK-69');
}

/** A photo of this order, taken since the step before it ended: an older one proves something else. */
function freshPhoto(self: Self, photoId: string, before: TaskKind, pointer: string, rule: string): void {
  const photo = self.photos.get(photoId);
  if (!photo) throw bad(pointer, 'No photo of this order has that id; upload it first.', rule);
  if (photo.takenAt < endOf(self, before))
    throw bad(pointer, 'This photo was uploaded before the step could begin; upload one of it.', rule);
}

/** When the last step of a kind was done; 0 when none was. */
const endOf = (self: Self, kind: TaskKind): number =>
  Math.max(
    0,
    ...[...self.tasks.values()].filter(({ row }) => row.kind === kind).map(({ row }) => (row.state === 'done' ? (row.closedAt ?? 0) : 0)),
  );

/** What the facts of the order ask of an answer, beyond its shape. Each throws `Refusal`. */
const CHECKS: { readonly [K in TaskKind]?: Check<K> } = {
  'feasibility-review'(self, { outcome, plannedStartAt = 0, compressed, decoration = self.facts.decoration }) {
    if (outcome === 'not-feasible') return;
    const { deliveryAt } = self.facts;
    if (compressed && compressed.decorationDueAt > deliveryAt)
      throw bad('/answer/compressed/decorationDueAt', 'Decoration cannot be due after the promised delivery.', 'BAK-29');
    const latest = compressed?.decorationDueAt ?? deliveryAt - (decoration ? toMs(self.rules.decorationBefore) : 0);
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
  'daily-photos'(self, { worked, steps = [] }, row) {
    if (!worked) return;
    if (steps.length === 0) throw bad('/answer/steps', 'Name the key steps that were worked on this day.', 'BAK-49');
    const missing = missingOf(self, row, steps);
    if (missing.length > 0) throw bad('/answer/steps', `No photo of this day shows: ${missing.join(', ')}; upload it first.`, 'BAK-49');
  },
  'decoration-done'(self, { photoId }) {
    freshPhoto(self, photoId, 'making-done', '/answer/photoId', 'BAK-52');
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
    freshPhoto(self, photoId, 'packing-checklist', '/answer/photoId', 'BAK-75');
    if (signatureId === undefined) return;
    freshPhoto(self, signatureId, 'packing-checklist', '/answer/signatureId', 'BAK-75');
    if (signatureId === photoId) throw bad('/answer/signatureId', 'Signature and photo are two pictures.', 'BAK-75');
  },
  'answer-exception'(self, { outcome, refundFen = 0 }) {
    const price = self.facts.totalFen - self.allowanceFen;
    if (outcome === 'partial-refund' && refundFen > price)
      throw bad('/answer/refundFen', `More than the order costs: ${price} fen.`, 'BAK-76');
  },
  escalated(self, { decision }) {
    if (decision !== 'rework' || inProduction(self.state)) return;
    throw new Refusal('not-in-this-state', `The order is ${self.state}: it can go on, be changed or be cancelled.`, { rule: 'BAK-61' });
  },
  'follow-up-visit'(self, { reached, method }, row) {
    const { attempt, methods } = row.context as { attempt: number; methods: readonly string[] };
    const isLast = !reached && attempt === self.rules.followUpAttempts.n;
    // an attempt that does not say how it was made is taken at its word
    if (!isLast || methods.length < attempt - 1 || methods.some((earlier) => earlier !== method)) return;
    throw bad('/answer/method', 'The last attempt is made by another method than the earlier ones.', 'AFT-89');
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
