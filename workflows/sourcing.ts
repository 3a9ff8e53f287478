import {
  ActivityFailure,
  CancellationScope,
  condition,
  defineSignal,
  isCancellation,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { SourcingInput, SourcingOutcome, SupplierAnswer, SupplierChoice, SupplierContactRow } from '../src/contracts/order';
import type { OrderActivities, SupplierRequest } from '../src/contracts/ports';
import { MINUTE_MS } from '../src/domain/rulebook/rule';
import { createRecorder, type Recorder } from './parts/recorder';
import { createTurns } from './parts/turns';
import { createWheel, nowIn, type Wheel } from './parts/wheel';

const { listSuppliers, askSupplier, withdrawSupplier } = proxyActivities<OrderActivities>({
  startToCloseTimeout: '20s',
  scheduleToCloseTimeout: '5m',
  retry: {
    initialInterval: '1s',
    backoffCoefficient: 2,
    maximumInterval: '30s',
    maximumAttempts: 5,
    nonRetryableErrorTypes: ['SupplierRefused'],
  },
  summary: 'BAK-59 backup suppliers',
});

/** A supplier's answer by its link. */
export const supplierAnswered = defineSignal<[SupplierAnswer]>('supplierAnswered');

interface Search {
  readonly input: SourcingInput;
  readonly recorder: Recorder;
  readonly wheel: Wheel;
  readonly answers: Map<string, SupplierAnswer>;
  readonly now: () => number;
}

/**
 * BAK-59. One shortage: the backup suppliers that carry the item are asked in their order, by e-mail link or by HTTP, each with a time
 * limit; the first promise wins. Every contact is on record. Cancelled, it tells the one it was asking.
 */
export async function sourcing(input: SourcingInput): Promise<SourcingOutcome> {
  const now = (): number => nowIn(input.clock);
  const answers = new Map<string, SupplierAnswer>();
  setHandler(supplierAnswered, (answer) => {
    if (typeof answer?.supplierId === 'string' && !answers.has(answer.supplierId)) answers.set(answer.supplierId, answer);
  });
  const recorder = createRecorder({ workflowId: workflowInfo().workflowId, orderNumber: input.orderNumber, now, turns: createTurns() });
  const search: Search = { input, recorder, wheel: createWheel(input.clock), answers, now };
  let ended = false;
  const clockwork = CancellationScope.nonCancellable(() => Promise.all([search.wheel.run(), recorder.run(() => ended)]));
  try {
    return await askInOrder(search);
  } finally {
    ended = true;
    search.wheel.stop();
    await clockwork;
  }
}

async function askInOrder(search: Search): Promise<SourcingOutcome> {
  const { input } = search;
  let asked = 0;
  for (const supplier of await listSuppliers({ storeId: input.storeId, item: input.item })) {
    asked += 1;
    const answer = await askOne(search, supplier);
    if (answer?.available) return { supplierId: supplier.id, promisedAt: answer.promisedAt, asked };
  }
  return { supplierId: null, promisedAt: null, asked };
}

/** Asks one supplier and waits out its limit; null is no answer. */
async function askOne(
  { input, recorder, wheel, answers, now }: Search,
  { id, limitMinutes }: SupplierChoice,
): Promise<SupplierAnswer | null> {
  const expiresAt = now() + limitMinutes * MINUTE_MS;
  const contactId = `${input.exceptionId}/${id}`;
  const request: SupplierRequest = {
    contactId,
    supplierId: id,
    orderNumber: input.orderNumber,
    exceptionId: input.exceptionId,
    item: input.item,
    expiresAt,
  };
  const contact: SupplierContactRow = {
    id: contactId,
    exceptionId: input.exceptionId,
    supplierId: id,
    askedAt: now(),
    answeredAt: null,
    result: 'asked',
    promisedAt: null,
  };
  const note = (result: SupplierContactRow['result'], answer: SupplierAnswer | null): void => {
    recorder.contact({ ...contact, result, answeredAt: answer ? now() : null, promisedAt: answer?.promisedAt ?? null });
    recorder.event(
      `supplier.${result}`,
      { exception: input.exceptionId, supplier: id, promisedAt: answer?.promisedAt ?? null },
      {
        ruleId: 'BAK-59',
        ...(answer && { actor: { kind: 'supplier', id, via: 'link' } }),
      },
    );
  };
  note('asked', null);
  try {
    const answer = (await askSupplier(request)) ?? (await waitFor());
    note(answer ? (answer.available ? 'promised' : 'refused') : 'no-answer', answer);
    return answer;
  } catch (error) {
    if (isCancellation(error)) {
      await CancellationScope.nonCancellable(() =>
        withdrawSupplier({ ...request, contactId: `${contactId}/withdrawn` }).catch(() => undefined),
      );
      note('withdrawn', null);
      throw error;
    }
    if (!(error instanceof ActivityFailure)) throw error;
    note('failed', null); // its door stays shut: the next one is asked
    return null;
  }

  async function waitFor(): Promise<SupplierAnswer | null> {
    let over = false;
    const takeBack = wheel.set(expiresAt + 1, `BAK-59 ${id} answers`, () => (over = true));
    try {
      await condition(() => over || answers.has(id));
    } finally {
      takeBack();
    }
    return answers.get(id) ?? null;
  }
}
