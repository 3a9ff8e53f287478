import type { RowOf, TaskRow } from '../../src/process/process.messages';
import { FOLLOW_UP_METHODS } from '../../src/bakery/tasks/delivery.tasks';
import { type TaskAnswers } from '../../src/process/tasks/tasks.rules';
import { Refusal } from '../../src/base/refusals';
import { inProduction } from '../../src/orders/order-state.rules';
import { packingLines } from '../../src/bakery/packing.rules';
import { toMs } from '../../src/base/rule';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import { hasOpen } from '../process/human-task';
import { bad } from '../process/refusing';
import { mayRepairBy } from '../process/repairs';
import { checkDecidedRefund, mayBeCancelled } from './cancellation';
import { checkFresh } from './change-checks';
import { missingOf } from './daily-photos';
import { mustPass } from './gates';
import { outstandingOf, priceOf } from '../orders/ledger';
import { checkProof, endOf, newestProof } from './proofs';
import type { Self } from './self';

type Check<K extends TaskKind> = (self: Self, answer: TaskAnswers[K], row: RowOf<K>) => void;

/** BAK-69. The order number is typed again and compared. */
function sameNumber(self: Self, typed: string): void {
  if (typed !== self.input.number) throw bad('/answer/orderNumber', { code: 'other-order-number' }, 'BAK-69');
}

/** What the facts of the order ask of an answer, beyond its shape. Each throws `Refusal`. */
const CHECKS: { readonly [K in TaskKind]?: Check<K> } = {
  'confirm-design'(self, { outcome, draftPhotoId }) {
    const since = endOf(self, 'confirm-design');
    const shown = draftPhotoId ?? newestProof(self, 'design-draft', since);
    if (outcome === 'approved') checkProof(self, shown, { step: 'design-draft', since, pointer: '/answer/draftPhotoId' });
  },
  'feasibility-review'(self, { outcome, plannedStartAt = 0, compressed, decoration = self.facts.decoration }) {
    if (outcome === 'not-feasible') return;
    const { deliveryAt } = self.facts;
    if (compressed && compressed.decorationDueAt > deliveryAt)
      throw bad('/answer/compressed/decorationDueAt', { code: 'decoration-after-delivery' }, 'BAK-29');
    const latest = compressed?.decorationDueAt ?? deliveryAt - (decoration ? toMs(self.rules.decorationBefore) : 0);
    if (plannedStartAt < self.input.intakeAt) throw bad('/answer/plannedStartAt', { code: 'start-before-intake' }, 'BAK-29');
    if (plannedStartAt >= latest) {
      throw bad('/answer/plannedStartAt', { code: 'start-too-late' }, 'BAK-29');
    }
    if (compressed && self.facts.urgency !== 'rush') throw bad('/answer/compressed', { code: 'only-rush-is-compressed' }, 'BAK-24');
  },
  'change-decision'(self, { decision, previewHash }, row) {
    if (decision === 'approve') checkFresh(self, row.context.change, previewHash);
  },
  'cancellation-decision'(self, { decision, cause, refundFen }, { context }) {
    if (decision === 'approve') checkDecidedRefund(self, cause ?? context.cause, refundFen, '/answer/refundFen');
    else if (refundFen !== undefined) throw bad('/answer/refundFen', { code: 'no-refund-while-going-on' }, 'BAK-40');
  },
  refund(_self, { amountFen }, { context: { refundFen } }) {
    if (amountFen !== refundFen) throw bad('/answer/amountFen', { code: 'not-the-refund', params: { refundFen } }, 'BAK-39');
  },
  'sign-task-sheet'(self, { version }) {
    if (version !== self.version) throw bad('/answer/version', { code: 'other-version', params: { version: self.version } }, 'BAK-44');
  },
  'making-done'(self) {
    mustPass(self, 'finish-making');
  },
  'quality-check'(_self, { result }, { context }) {
    if (result === 'not-sampled' && (context.final || context.mustSample)) {
      throw bad('/answer/result', { code: 'must-be-sampled' }, 'BAK-51');
    }
  },
  'daily-photos'(self, { worked, steps = [] }, { context }) {
    if (!worked) return;
    if (steps.length === 0) throw bad('/answer/steps', { code: 'steps-unnamed' }, 'BAK-49');
    const missing = missingOf(self, context, steps);
    if (missing.length > 0) throw bad('/answer/steps', { code: 'steps-without-photo', params: { steps: missing } }, 'BAK-49');
  },
  'decoration-done'(self, { photoId }) {
    checkProof(self, photoId, { step: 'decoration', since: endOf(self, 'making-done'), pointer: '/answer/photoId' });
  },
  'packing-checklist'(self, { lines, orderNumber, labelPhotoId }) {
    sameNumber(self, orderNumber);
    const open = packingLines(self.facts).filter((line) => !lines.includes(line.id));
    if (open[0]) {
      throw bad('/answer/lines', { code: 'lines-open', params: { lines: open.map(({ id }) => id) } }, open[0].ruleId);
    }
    if (self.facts.fragile)
      checkProof(self, labelPhotoId, { step: 'fragile-label', since: endOf(self, 'quality-check'), pointer: '/answer/labelPhotoId' });
  },
  'dispatch-check'(self, { orderNumber }) {
    sameNumber(self, orderNumber);
  },
  'hand-over'(self, { photoId, signatureId }) {
    mustPass(self, 'hand-over');
    checkProof(self, photoId, { step: 'hand-over', since: endOf(self, 'packing-checklist'), pointer: '/answer/photoId' });
    checkProof(self, signatureId, { step: 'signature', since: endOf(self, 'packing-checklist'), pointer: '/answer/signatureId' });
  },
  'answer-exception'(self, { outcome, refundFen = 0, replacementAt = 0 }, { context }) {
    if (outcome === 'resolved' && context.type === 'receipt-problem')
      throw bad(
        '/answer/outcome',
        { code: 'not-one-of', params: { values: ['accept', 'replace', 'partial-refund', 'refuse', 'escalate'] } },
        'BAK-76',
      );
    const price = priceOf(self);
    if (outcome === 'partial-refund' && refundFen > price)
      throw bad('/answer/refundFen', { code: 'over-the-price', params: { priceFen: price } }, 'BAK-76');
    if (outcome === 'refuse' && !mayBeCancelled(self))
      throw new Refusal('not-in-this-state', { code: 'state-forbids', params: { state: self.state } }, { rule: 'BAK-94' });
    if (outcome !== 'replace') return;
    if (!hasOpen(self, 'hand-over')) throw new Refusal('not-in-this-state', { code: 'nothing-to-replace' }, { rule: 'BAK-76' });
    if (replacementAt <= self.now()) throw bad('/answer/replacementAt', { code: 'in-the-past' }, 'BAK-76');
  },
  repair(_self, { action }, { context }) {
    mayRepairBy(action, context);
  },
  escalated(self, { decision }) {
    if (decision !== 'rework' || inProduction(self.state)) return;
    throw new Refusal('not-in-this-state', { code: 'no-rework-in-state', params: { state: self.state } }, { rule: 'BAK-61' });
  },
  'follow-up-visit'(self, { reached, method }, { context: { attempt, methods } }) {
    if (!FOLLOW_UP_METHODS.includes(method))
      throw bad('/answer/method', { code: 'not-one-of', params: { values: FOLLOW_UP_METHODS } }, 'AFT-89');
    const isLast = !reached && attempt === self.rules.followUpAttempts.n;
    if (isLast && methods.every((earlier) => earlier === method)) throw bad('/answer/method', { code: 'needs-another-method' }, 'AFT-89');
  },
  'settle-balance'(self, { amountFen }) {
    if (amountFen !== outstandingOf(self))
      throw bad('/answer/amountFen', { code: 'not-the-balance', params: { outstandingFen: outstandingOf(self) } }, 'BAK-77');
  },
};

/** @throws {Refusal} when the order's facts forbid this answer. */
export function checkAnswer(self: Self, row: TaskRow, choices: Readonly<Record<string, unknown>>): void {
  const check = CHECKS[row.kind] as Check<TaskKind> | undefined;
  check?.(self, choices as unknown as TaskAnswers[TaskKind], row as RowOf<TaskKind>);
}
