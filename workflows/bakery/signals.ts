import { CancellationScope, condition, defineSignal, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { Actor } from '../../src/base/actor';
import type { NoticeUndeliverable } from '../../src/process/process.messages';
import { noticeTemplates } from '../../src/process/outbox/register.letters';
import type { ProcessActivities } from '../../src/process/ports.messages';
import { readCancel, readDecision } from '../../src/orders/decisions.rules';
import type { Position } from '../../src/base/departments';
import { Refusal } from '../../src/base/refusals';
import { oneOf, optional, read, shape, text } from '../../src/base/read';
import { taskRule } from '../../src/process/tasks/tasks.rules';
import { mayAnswerAs } from '../../src/process/tasks/task-rights.rules';
import { isFinal } from '../../src/orders/order-state.rules';
import { cancelNow } from './cancellation';
import { isPlanned } from '../orders/change-state';
import { checkDecision } from './change-checks';
import { decideChange } from './changes';
import { answerTask } from '../process/human-task';
import { openTaskOf } from '../process/task-checks';
import { checkCompletion } from './listen-checks';
import type { Self } from './self';
import { telephone } from '../orders/telephone';

const { resolveSigner } = proxyLocalActivities<ProcessActivities>({
  startToCloseTimeout: '5s',
  retry: { initialInterval: '200ms', maximumInterval: '5s' },
  summary: 'who signs',
});

/** Characters of a notice's id: `<workflow id>/<sequence>`. */
const NOTICE_ID_LENGTH = 200;

const approve = defineSignal<[unknown]>('approve');
const reject = defineSignal<[unknown]>('reject');
const cancel = defineSignal<[unknown]>('cancel');
const noticeUndeliverable = defineSignal<[unknown]>('noticeUndeliverable');

const notice = shape<NoticeUndeliverable>({
  noticeId: text(NOTICE_ID_LENGTH),
  template: oneOf(...noticeTemplates()),
  late: optional(oneOf<true>(true)),
});

/**
 * The same decisions from Temporal UI or the CLI, with any JSON. `by` must be staff who hold the role; what cannot be read or is not
 * allowed changes nothing and stands on the timeline with its reason.
 */
export function hearSignals(self: Self): void {
  setHandler(approve, (x) => hear(self, 'approve', () => decide(self, x, true)));
  setHandler(reject, (x) => hear(self, 'reject', () => decide(self, x, false)));
  setHandler(cancel, (x) => hear(self, 'cancel', () => cancelBySignal(self, x)));
  setHandler(noticeUndeliverable, (x) => hear(self, 'noticeUndeliverable', () => Promise.resolve(hearOfLetter(self, x))));
}

const hear = (self: Self, signal: string, act: () => Promise<void>): Promise<void> =>
  CancellationScope.nonCancellable(() => hearOut(self, signal, act));

async function hearOut(self: Self, signal: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    self.recorder.event(
      'signal.refused',
      { signal, code: error.code, why: error.why, ...(error.more.errors && { errors: error.more.errors }) },
      { ...(error.more.rule && { ruleId: error.more.rule }), actor: { kind: 'system', via: 'temporal' } },
    );
  }
  await condition(() => isPlanned(self));
  await self.recorder.recorded();
}

/** Who signs, if they work in the order's store and hold one of these positions. @throws {Refusal} `not-allowed`. */
async function signer(self: Self, login: string, roles: readonly Position[]): Promise<Actor> {
  const person = await self.oneAtATime(() => resolveSigner({ storeId: self.input.storeId, login }));
  if (!person) throw new Refusal('not-allowed', { code: 'signer-unknown' });
  if (!person.roles.some((role) => roles.includes(role))) throw new Refusal('not-allowed', { code: 'needs-role', params: { roles } });
  return { kind: 'staff', id: person.id, roles: person.roles, via: 'temporal' };
}

async function decide(self: Self, x: unknown, yes: boolean): Promise<void> {
  const told = readDecision(x);
  if (told instanceof Refusal) throw told;
  if (told.changeId !== undefined) {
    const { changeId } = told;
    const by = await signer(self, told.by, ['store-manager']);
    const decision = { changeId, decision: yes ? ('approve' as const) : ('reject' as const), by };
    checkDecision(self, decision);
    decideChange(self, decision);
    return;
  }
  const { row } = openTaskOf(self, told.taskId);
  const answers = taskRule(row.kind).yesNo;
  if (!answers) throw new Refusal('invalid-request', { code: 'more-than-yes-or-no', params: { task: row.kind } });
  const by = await signer(self, told.by, mayAnswerAs(row, row.rung));
  const answer = { taskId: row.id, by, choices: yes ? answers[0] : answers[1] };
  checkCompletion(self, answer); // it may have been answered while the signer was looked up
  answerTask(self, openTaskOf(self, row.id), { by, at: self.now(), choices: answer.choices });
}

async function cancelBySignal(self: Self, x: unknown): Promise<void> {
  const told = readCancel(x);
  if (told instanceof Refusal) throw told;
  const by = await signer(self, told.by, ['store-manager']);
  if (isFinal(self.state))
    throw new Refusal('not-in-this-state', { code: 'state-forbids', params: { state: self.state } }, { rule: 'BAK-39' });
  cancelNow(self, { cause: told.cause, by });
}

/** BAK-08, BAK-33. What cannot be delivered, or not in time, becomes a task to telephone; several letters make one call. */
function hearOfLetter(self: Self, x: unknown): void {
  const told = read(notice, x);
  if (told instanceof Refusal) throw told;
  if (self.ending.closedAt !== null) return; // too late to be anybody's step
  const { noticeId, template, late } = told;
  const ruleId = late ? 'BAK-33' : 'BAK-08';
  self.recorder.event(late ? 'notice.late' : 'notice.undeliverable', { notice: noticeId, template }, { ruleId });
  const facts = { notice: noticeId, template };
  if (late) telephone(self, 'letter-late', { ...facts, alert: ruleId });
  else telephone(self, 'undeliverable', facts);
}
