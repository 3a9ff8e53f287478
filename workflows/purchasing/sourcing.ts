import '../../src/purchasing/purchasing.chapter';
import {
  ActivityFailure,
  CancellationScope,
  condition,
  currentUpdateInfo,
  defineSignal,
  defineUpdate,
  isCancellation,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { handContact, supplierAnswer } from '../../src/purchasing/answer-readers.messages';
import { assertSealed, type CheckedSeal } from '../../src/platform/temporal/seal.messages';
import { orderWorkflowId } from '../../src/orders/names.messages';
import { sourcingWorkflowId, SUPPLIER_ANSWERED } from '../../src/purchasing/names.messages';
import type { Actor } from '../../src/base/actor';
import type {
  HandContact,
  SourcingInput,
  SourcingOutcome,
  SupplierAnswer,
  SupplierChoice,
  SupplierContactRow,
} from '../../src/purchasing/sourcing.messages';
import type { PurchasingActivities, SupplierRequest } from '../../src/purchasing/ports.messages';
import { Refusal } from '../../src/base/refusals';
import { read } from '../../src/base/read';
import { MINUTE_MS } from '../../src/base/rule';
import { promiseRefused } from './supplier-promise';
import { live, openProcess } from '../process/open-process';
import type { Process } from '../process/process';
import { refusing } from '../process/refusing';

/** Who may be asked stands in our own database: a search does not end because that was away. */
const { listSuppliers } = proxyActivities<PurchasingActivities>({ startToCloseTimeout: '5s', summary: 'BAK-59 backup suppliers' });

const { askSupplier, withdrawSupplier } = proxyActivities<PurchasingActivities>({
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

/** A supplier's answer by its link: an Update, because only such an act can be the API's. */
const supplierAnswered = defineUpdate<void, [SupplierAnswer, CheckedSeal | undefined]>(SUPPLIER_ANSWERED);
/** What the supervisor heard from a supplier, passed on by the order. */
const contactedByHand = defineSignal<[unknown]>('contactedByHand');

interface Search extends Process {
  readonly input: SourcingInput;
  /** The first answer of each supplier. */
  readonly answers: Map<string, HandContact>;
  /** The supplier whose answer is awaited. */
  asking: string | null;
  endedAt: number | null;
}

/**
 * BAK-59. One shortage: the backup suppliers that carry the item are asked in their order, by e-mail link or by HTTP, each with a time
 * limit; the first promise wins, also one that the supervisor got by hand. Every contact is on record. Whoever is being asked when the
 * search ends without them, or is cancelled, is told.
 */
export async function sourcing(input: SourcingInput): Promise<SourcingOutcome> {
  const process = openProcess({
    process: {
      id: sourcingWorkflowId(input.exceptionId),
      kind: 'sourcing',
      number: input.exceptionId,
      storeId: input.storeId,
      aboutOrder: input.orderNumber,
      parentId: orderWorkflowId(input.orderNumber),
    },
    standing: () => ({ state: search.endedAt === null ? 'searching' : 'ended', overlays: [], closedAt: search.endedAt }),
    clock: input.clock,
    nextRung: input.nextRung,
    ...(input.after && { after: input.after }),
  });
  const search: Search = { ...process, input, answers: new Map(), asking: null, endedAt: null };
  listen(search);
  return live(search, async () => {
    try {
      return await askInOrder(search);
    } finally {
      search.endedAt = search.now();
      search.recorder.touch();
    }
  });
}

function listen(search: Search): void {
  setHandler(supplierAnswered, (answer) => hear(search, ofSupplier(answer, 'link')), {
    validator: (x: unknown, seal: CheckedSeal | undefined) => refusing(() => admitAnswer(search, x, seal)),
  });
  setHandler(contactedByHand, (x) => {
    const contact = timely(search, read(handContact, x));
    if (contact instanceof Refusal) return noteRefused(search, contact);
    const known = search.answers.has(contact.supplierId);
    hear(search, { ...contact, by: { ...contact.by, via: 'temporal' } }); // whoever sends a signal, came by that door
    // whoever is being asked is noted where the answer is awaited
    if (!known && contact.supplierId !== search.asking)
      noter(search, contact.supplierId)(contact.available ? 'promised' : 'refused', contact);
  });
}

/** @throws {Refusal} `not-allowed` for what the API did not sign, `invalid-request`, `already-answered` when nobody waits for it. */
function admitAnswer(search: Search, x: unknown, seal: CheckedSeal | undefined): void {
  assertSealed(seal, workflowInfo().workflowId, currentUpdateInfo()?.id);
  const answer = timely(search, read(supplierAnswer, x));
  if (answer instanceof Refusal) throw answer;
  if (answer.supplierId !== search.asking) throw new Refusal('already-answered', { code: 'question-closed' }, { rule: 'BAK-59' });
}

/** BAK-59. The answer, unless what it promises cannot be believed. */
const timely = <A extends SupplierAnswer>({ now }: Search, answer: A | Refusal): A | Refusal =>
  answer instanceof Refusal ? answer : (promiseRefused(answer.promisedAt, now(), '/promisedAt') ?? answer);

/** Anybody at Temporal can send a signal: what is no contact changes nothing and stands on the timeline with its reason. */
function noteRefused({ recorder }: Search, { code, why }: Refusal): void {
  const said = { signal: contactedByHand.name, code, why };
  recorder.event('signal.refused', said, { ruleId: 'BAK-59', actor: { kind: 'system', via: 'temporal' } });
}

const ofSupplier = (answer: SupplierAnswer, via: Actor['via']): HandContact => ({
  ...answer,
  by: { kind: 'supplier', id: answer.supplierId, via },
});
const hear = ({ answers }: Search, answer: HandContact): void =>
  void (answers.has(answer.supplierId) || answers.set(answer.supplierId, answer));
/** The promise that ends the search, if there is one. */
const promiseOf = ({ answers }: Search): HandContact | undefined => [...answers.values()].find((answer) => answer.available);

async function askInOrder(search: Search): Promise<SourcingOutcome> {
  const { input, answers } = search;
  let asked = 0;
  for (const supplier of await listSuppliers({ storeId: input.storeId, item: input.item })) {
    if (promiseOf(search)) break;
    asked += 1;
    if (!answers.has(supplier.id)) await askOne(search, supplier); // who has refused by hand is not asked again
  }
  const promise = promiseOf(search);
  return { supplierId: promise?.supplierId ?? null, promisedAt: promise?.promisedAt ?? null, asked };
}

/** Asks one supplier and waits out its limit, or until somebody else has promised. */
async function askOne(search: Search, { id, limitMinutes }: SupplierChoice): Promise<void> {
  const { input, timers, answers, now } = search;
  const expiresAt = now() + limitMinutes * MINUTE_MS;
  const request: SupplierRequest = {
    contactId: contactIdOf(input, id),
    supplierId: id,
    storeId: input.storeId,
    orderNumber: input.orderNumber,
    exceptionId: input.exceptionId,
    item: input.item,
    expiresAt,
  };
  const note = noter(search, id);
  search.asking = id;
  note('asked', null);
  try {
    const atOnce = await askSupplier(request);
    if (atOnce) hear(search, ofSupplier(atOnce, 'http'));
    else await waitFor();
    const answer = answers.get(id) ?? null;
    const promise = promiseOf(search);
    if (promise && promise !== answer && answer?.available !== false) await takeBack();
    else note(answer ? (answer.available ? 'promised' : 'refused') : 'no-answer', answer);
  } catch (error) {
    if (isCancellation(error)) {
      await takeBack();
      throw error;
    }
    if (!(error instanceof ActivityFailure)) throw error;
    note('failed', null); // its door stays shut: the next one is asked
  } finally {
    search.asking = null;
  }

  async function waitFor(): Promise<void> {
    let over = false;
    const silence = timers.set(expiresAt + 1, `BAK-59 ${id} answers`, () => (over = true));
    try {
      await condition(() => over || answers.has(id) || promiseOf(search) !== undefined);
    } finally {
      silence();
    }
  }

  /** Even when the order ends meanwhile. A supplier that could not be told is never noted as told. */
  function takeBack(): Promise<void> {
    return CancellationScope.nonCancellable(async () => {
      try {
        await withdrawSupplier({ ...request, contactId: `${request.contactId}/withdrawn` });
        note('withdrawn', null);
      } catch (error) {
        if (!(error instanceof ActivityFailure)) throw error;
        note('failed', null);
      }
    });
  }
}

const contactIdOf = (input: SourcingInput, supplierId: string): string => `${input.exceptionId}/${supplierId}`;

/** Keeps the contact with one supplier on record, from its beginning to what came of it. */
function noter(
  { input, recorder, now }: Search,
  supplierId: string,
): (result: SupplierContactRow['result'], answer: HandContact | null) => void {
  const askedAt = now();
  return (result, answer) => {
    const promisedAt = answer?.promisedAt ?? null;
    recorder.row('contacts', {
      id: contactIdOf(input, supplierId),
      exceptionId: input.exceptionId,
      supplierId,
      askedAt,
      answeredAt: answer ? now() : null,
      result,
      promisedAt,
    });
    recorder.event(
      `supplier.${result}`,
      { exception: input.exceptionId, supplier: supplierId, promisedAt },
      { ruleId: 'BAK-59', ...(answer && { actor: answer.by }) },
    );
  };
}
