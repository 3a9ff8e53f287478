import { taskRule } from '../../src/process/tasks/tasks.rules';
import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError, type WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Seal } from '../../src/platform/temporal/seal.messages';
import { sourcingWorkflowId } from '../../src/purchasing/names.messages';
import type { Actor } from '../../src/base/actor';
import type {
  CancelCause,
  DecideChange,
  OrderFacts,
  OrderSnapshot,
  RecordCost,
  RefreshPreview,
  RequestChange,
} from '../../src/orders/order.messages';
import type { ExceptionType } from '../../src/orders/exceptions.messages';
import type { CompleteTask, Decided, NoticeRow, Recorded, TaskRow, TimelineEntry } from '../../src/process/process.messages';
import type { SupplierAnswer } from '../../src/purchasing/sourcing.messages';
import type { TaskAnswers } from '../../src/process/tasks/tasks.rules';
import type { RefusalData, RefusalMore } from '../../src/base/refusals';
import { CHECK_ACT } from '../../src/process/names.messages';
import { changeBasis } from '../../src/orders/changes.rules';
import type { Stage } from '../../src/orders/order-state.rules';
import type { Role } from '../../src/base/roles';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { type TaskKind } from '../../src/process/tasks/tasks.rules';
import type { LivedInput } from '../../workflows/bakery/story-state';
import type { Book } from './fake-book';
import { atRest } from './rest';

export const staff = (role: Role, id: string = role): Actor => ({ kind: 'staff', id, roles: [role], via: 'http' });
const CUSTOMER: Actor = { kind: 'customer', via: 'link' };

/** How an act was refused; `more` is all of it as data. @throws when it was allowed, or failed otherwise. */
export async function refused(act: Promise<unknown>): Promise<{ readonly code: string | null | undefined; readonly more: RefusalMore }> {
  const error: unknown = await act.then(
    () => new Error('the act was allowed'),
    (no: unknown) => no,
  );
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) throw error;
  return { code: error.cause.type, more: (error.cause.details?.[0] as RefusalMore | undefined) ?? {} };
}

/** The code and rule with which an act was refused. */
export async function refusal(act: Promise<unknown>): Promise<{ code: string | null | undefined; rule: string | undefined }> {
  const { code, more } = await refused(act);
  return { code, rule: more.rule };
}

/** The field for which an act was refused, and the rule. */
export async function badField(act: Promise<unknown>): Promise<{ field: string | undefined; rule: string | undefined }> {
  const { more } = await refused(act);
  return { field: more.errors?.[0]?.pointer, rule: more.rule };
}

/** The shop's time as an order under test lives it. */
export interface Time {
  now(): Promise<number>;
  /** The server's own time, epoch ms. */
  real(): Promise<number>;
  /** The last millisecond, in the server's own time, in which a timer of that shop instant may be due. */
  endOf(at: number): number;
  /** As early as the shop's clock shows that instant. */
  sleepUntilShown(at: number): Promise<void>;
  sleepUntil(at: number): Promise<void>;
}

/** One order under test, worked as its people would. */
export class Order {
  private acts = 0;

  constructor(
    readonly input: LivedInput,
    readonly handle: WorkflowHandleWithFirstExecutionRunId,
    readonly book: Book,
    private readonly time: Time,
  ) {}

  get number(): string {
    return this.input.number;
  }
  now = (): Promise<number> => this.time.now();
  async view(): Promise<OrderSnapshot> {
    // the test server never answers a question that meets the change of runs; a real one does (test/system/other-run.test.ts)
    if (this.input.continueAfterActs !== undefined) await this.settled();
    return this.handle.query<OrderSnapshot>('view');
  }
  stage = async (name: Stage) => (await this.view()).stages.find((row) => row.stage === name);

  // ---- time ----

  /** Lets shop time pass until `at` (epoch ms); everything due until then has happened and is on record. */
  async waitUntil(at: number): Promise<void> {
    await this.time.sleepUntil(at);
    await this.settled(at);
  }
  /** Lets shop time pass until its clock shows `at`, for an act in that very instant: the whole of it is left. What rings then may ring yet. */
  waitToActAt = (at: number): Promise<void> => this.time.sleepUntilShown(at);
  waitHours = async (hours: number): Promise<void> => this.waitUntil((await this.now()) + hours * HOUR_MS);
  /** What is to be seen one second before, at, and one second after a shop instant. */
  async around<T>(at: number, look: () => T | Promise<T>): Promise<T[]> {
    const seen: T[] = [];
    for (const instant of [at - 1000, at, at + 1000]) {
      await this.waitUntil(instant);
      seen.push(await look());
    }
    return seen;
  }
  /**
   * The order and its searches have done all that they can do before time passes or somebody acts: what is not on record now has not happened
   * (see `rest.ts`). Whoever claims silence asks this first.
   */
  async settled(at?: number): Promise<void> {
    await atRest(this.handle.client, this.handle.workflowId, this.time.endOf(at ?? (await this.now())));
  }
  /** Ends the searches for suppliers that are still under way, and lets the order take that in. */
  async endsSearches(): Promise<void> {
    const searches = [...this.book.exceptions.values()].filter((row) => row.type === 'ingredient-shortage' && row.state === 'open');
    if (searches.length === 0) return;
    const end = ({ id }: { id: string }): Promise<unknown> => this.handle.client.getHandle(sourcingWorkflowId(id)).terminate();
    await Promise.allSettled(searches.map(end)); // one may have ended by itself
    await this.settled().catch(() => undefined);
  }
  /** Waits (in real time) until something is on record. */
  async until<T>(what: string, look: () => T | undefined): Promise<T> {
    for (let turn = 0; turn < 250; turn += 1) {
      const seen = look();
      if (seen !== undefined) return seen;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const open = [...this.book.tasks.values()].filter((row) => row.state === 'open').map((row) => row.kind);
    throw new Error(`never saw ${what}; the order is ${this.book.snapshot?.state} with ${open.join(', ') || 'nothing'} open`);
  }

  // ---- what is on record ----

  open = (kind: TaskKind): TaskRow[] => [...this.book.tasks.values()].filter((row) => row.kind === kind && row.state === 'open');
  /** The open task of a kind, as soon as it is on record. */
  task = (kind: TaskKind): Promise<TaskRow> => this.until(`an open ${kind}`, () => this.open(kind)[0]);
  row(id: string): TaskRow {
    const found = this.book.tasks.get(id);
    if (!found) throw new Error(`no task ${id} on record`);
    return found;
  }
  letters = (template?: NoticeRow['template']): NoticeRow[] => this.book.outbox.filter((row) => !template || row.template === template);
  /** The order as the letters of a template tell of it, one each. */
  lettersTell = (template: NoticeRow['template']): (OrderSnapshot | undefined)[] =>
    this.letters(template).map(({ id }) => this.book.words.get(id));
  /** Who got a letter about a task of that kind, in order: `task-reminder` or `task-late`. */
  told = (template: NoticeRow['template'], kind: TaskKind): string[] =>
    this.letters(template)
      .filter((row) => row.facts.kind === kind)
      .map((row) => row.to);
  events = (kind: string): TimelineEntry[] => this.book.timeline.filter((entry) => entry.kind === kind);
  moment(name: string): number {
    const found = this.book.snapshot?.moments.find((moment) => moment.name === name);
    if (!found) throw new Error(`the agenda has no ${name}`);
    return found.at;
  }

  // ---- acts, through the doors the API and Temporal UI use ----

  async act(name: string, message: object, key = `act-${(this.acts += 1)}`): Promise<Recorded> {
    const { revision, batch } = await this.tell<Decided>(this.handle.workflowId, name, message, key);
    if (batch) await this.book.insistsOn(batch);
    return { revision };
  }
  /** What the order would refuse an act with, as the API asks; null when it would take it. */
  async wouldRefuse(name: string, message: object): Promise<RefusalData | null> {
    return this.handle.query<RefusalData | null, [string, object, number]>(CHECK_ACT, name, message, await this.time.real());
  }
  /** An act as the API sends it: signed, for this workflow and this key. */
  private tell<T>(workflowId: string, name: string, message: object, key: string): Promise<T> {
    const seal: Seal = { for: workflowId, key, known: this.book.revisionOf(workflowId) };
    return this.handle.client.getHandle(workflowId).executeUpdate<T, [object, Seal]>(name, { args: [message, seal], updateId: key });
  }
  async signal(name: string, message: unknown): Promise<void> {
    await this.handle.signal(name, message);
    await this.settled();
  }
  answer = (taskId: string, choices: object, by: Actor, more: Partial<CompleteTask> = {}): Promise<Recorded> =>
    this.act(this.book.tasks.get(taskId)?.kind ?? 'making-done', { taskId, by, choices, ...more });
  async complete<K extends TaskKind>(kind: K, choices: TaskAnswers[K], by: Actor = staff(taskRule(kind).role)): Promise<Recorded> {
    return this.answer((await this.task(kind)).id, choices, by);
  }
  async photo(step: string, by: Actor = staff('baker'), takenAt?: number): Promise<string> {
    const photoId = randomUUID();
    await this.act('addPhoto', { photoId, step, by, takenAt: takenAt ?? (await this.now()) });
    return photoId;
  }
  pays = async (amountFen: number): Promise<Recorded> =>
    this.act('recordPayment', {
      paymentId: randomUUID(),
      amountFen,
      method: 'cash',
      receivedAt: await this.now(),
      by: staff('finance'),
    });
  costs = (cost: RecordCost['cost'], amountFen: number): Promise<Recorded> =>
    this.act('recordCost', { costId: randomUUID(), cost, amountFen, by: staff('production-supervisor') });
  /** A change as the API would ask for it, with a preview of the present facts. */
  async asksForChange(facts: Partial<OrderFacts>, own: Partial<RequestChange> = {}): Promise<string> {
    const changeId = randomUUID();
    await this.act('requestChange', {
      changeId,
      facts: { ...this.input.facts, ...facts },
      previewHash: 'seen',
      basis: await this.basis(),
      allergensAdded: [],
      needsFeasibility: false,
      by: staff('sales-consultant'),
      ...own,
    });
    return changeId;
  }
  decides = (changeId: string, decision: DecideChange['decision'], own: Partial<DecideChange> = {}): Promise<Recorded> =>
    this.act('decideChange', { changeId, decision, previewHash: 'seen', by: staff('store-manager'), ...own });
  /** What the change does to the order as it is now takes the place of what it would have done. */
  refreshes = async (changeId: string, facts: Partial<OrderFacts>, own: Partial<RefreshPreview> = {}): Promise<Recorded> =>
    this.act('refreshPreview', {
      changeId,
      previewHash: 'newer',
      basis: await this.basis(),
      facts: { ...(await this.view()).facts, ...facts },
      allergensAdded: [],
      needsFeasibility: false,
      by: staff('store-manager'),
      ...own,
    });
  /** A change asked for and approved. */
  async changes(facts: Partial<OrderFacts>, own: Partial<RequestChange> = {}): Promise<void> {
    await this.decides(await this.asksForChange(facts, own), 'approve');
  }
  async basis(): Promise<string> {
    const { version, planVersion, state, costsFen, facts } = await this.view();
    return changeBasis({ version, planVersion, state, costsFen, deliveryAt: facts.deliveryAt, totalFen: facts.totalFen });
  }
  async reports(type: ExceptionType, own: { item?: string; photoId?: string; foundAt?: number; by?: Actor } = {}): Promise<string> {
    const exceptionId = randomUUID();
    const shown =
      type === 'receipt-problem' ? { photoId: own.photoId ?? (await this.photo('receipt-problem', staff('delivery-staff'))) } : {};
    await this.act('reportException', { exceptionId, type, foundAt: await this.now(), by: staff('baker'), ...own, ...shown });
    return exceptionId;
  }
  chooses = (exceptionId: string, option: string | null): Promise<Recorded> =>
    this.act('chooseAlternative', { exceptionId, option, by: CUSTOMER });
  cancels = (cause: CancelCause, by: Actor = staff('store-manager'), textId?: string): Promise<Recorded> =>
    this.act('cancelOrder', { cause, by, ...(textId && { textId }) });
  confirms = (own: { confirmed: boolean; correctionId?: string; corrected?: ('address' | 'recipient')[] }): Promise<Recorded> =>
    this.act('confirmDetails', { by: CUSTOMER, ...own });
  rates = (score: number): Promise<Recorded> => this.act('rate', { score, by: CUSTOMER });
  /** A supplier's answer by its link. */
  async supplierAnswers(exceptionId: string, answer: SupplierAnswer): Promise<void> {
    await this.tell(sourcingWorkflowId(exceptionId), 'supplierAnswered', answer, randomUUID());
    await this.settled();
  }

  // ---- the usual way through, up to a point ----

  async isFeasible(
    plannedStartAt = this.input.facts.deliveryAt - 2 * DAY_MS,
    own: Partial<TaskAnswers['feasibility-review']> = {},
  ): Promise<void> {
    await this.complete('feasibility-review', {
      outcome: 'feasible',
      plannedStartAt,
      assignees: {
        materials: 'production-supervisor',
        making: 'baker',
        'quality-check': 'qc-inspector',
        packing: 'packer',
        delivery: 'delivery-staff',
      },
      ...own,
    });
  }
  /** 30 % of the total. */
  paysDeposit = async (): Promise<void> => void (await this.pays((await this.view()).money.depositFen));
  async isAccepted(plannedStartAt?: number, own: Partial<TaskAnswers['feasibility-review']> = {}): Promise<void> {
    await this.isFeasible(plannedStartAt, own);
    await this.paysDeposit();
    await this.task('materials-settled');
  }
  async isMaking(plannedStartAt?: number): Promise<void> {
    await this.isAccepted(plannedStartAt);
    await this.hasMaterials();
    await this.task('making-done');
  }
  async hasMaterials(): Promise<void> {
    await this.complete('materials-settled', { lines: [{ item: 'cream', source: 'stock' }] });
    await this.complete('materials-complete', { complete: true });
    await this.signs();
  }
  async signs(): Promise<void> {
    const { context } = await this.task('sign-task-sheet');
    await this.complete('sign-task-sheet', { signed: true, version: context.version as number });
  }
  async makes(): Promise<void> {
    await this.complete('making-done', { done: true });
  }
  async isDecorating(): Promise<void> {
    await this.isMaking();
    await this.photo('baking');
    await this.photo('piping');
    await this.makes();
    await this.task('decoration-done');
  }
  async isPacking(): Promise<void> {
    await this.isDecorating();
    await this.decorates();
    await this.passesFinalCheck();
    await this.task('packing-checklist');
  }
  async decorates(): Promise<void> {
    await this.complete('decoration-done', { photoId: await this.photo('decoration') });
  }
  finalCheck = (): Promise<TaskRow> =>
    this.until('the final check', () => this.open('quality-check').find((task) => task.context.final === true));
  async passesFinalCheck(result: 'pass' | 'fail' = 'pass'): Promise<void> {
    await this.answer((await this.finalCheck()).id, { result }, staff('qc-inspector'));
  }
  async isReady(): Promise<void> {
    await this.isPacking();
    await this.packs();
  }
  async packs(): Promise<void> {
    const { context } = await this.task('packing-checklist');
    const lines = (context.lines as { id: string }[]).map((line) => line.id); // what the packer is shown
    const labelPhotoId = await this.photo('fragile-label', staff('packer'));
    await this.complete('packing-checklist', { lines, orderNumber: this.number, labelPhotoId });
  }
  async leaves(own: Partial<TaskAnswers['dispatch-check']> = {}): Promise<void> {
    await this.complete('dispatch-check', { vehicle: true, route: true, vest: true, weather: 'fair', orderNumber: this.number, ...own });
  }
  async isOnTheWay(): Promise<void> {
    await this.isReady();
    await this.leaves();
    await this.task('hand-over');
  }
  async isDelivered(): Promise<void> {
    await this.isOnTheWay();
    await this.handsOver();
  }
  async handsOver(): Promise<void> {
    const driver = staff('delivery-staff');
    await this.complete('hand-over', {
      photoId: await this.photo('hand-over', driver),
      signatureId: await this.photo('signature', driver),
    });
  }
  async isSettled(): Promise<void> {
    await this.isDelivered();
    await this.task('settle-balance');
    await this.pays((await this.view()).money.outstandingFen);
  }
}
