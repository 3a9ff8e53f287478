import type { AnswerOf } from '../../src/process/tasks/tasks.rules';
import { humanTask, leftOpen, within } from '../process/human-task';
import { followedUp, invited, triedInVain, visitOn } from './follow-up-state';
import { clockOf, momentOf } from './plan-state';
import { plan } from './planning';
import type { Self } from './self';
import { stillToRing } from './taken-up';

/**
 * AFT-88…91, BAK-82. The customer is invited to rate, and visited on day 13 after proof of delivery, on an open day; sooner after a low
 * score. No answer: two more attempts on open days, then closed as not reached.
 */
export async function followUp(self: Self): Promise<void> {
  if (self.delivery.deliveredAt === null || self.followUp.over) return;
  if (!self.input.resume?.ending) await visits(self);
  followedUp(self);
}

async function visits(self: Self): Promise<void> {
  inviteRating(self);
  if (!leftOpen(self, 'follow-up-visit')) await (self.followUp.triedAt === null ? visitDay(self) : nextDay(self));
  const most = self.rules.followUpAttempts.n;
  const earlier = attemptsOf(self);
  if (earlier.some(({ reached }) => reached)) return;
  const methods = earlier.flatMap(({ method }) => method ?? []);
  for (let attempt = earlier.length + 1; attempt <= most; attempt += 1) {
    if (await visit(self, attempt, methods)) return;
    if (attempt < most) await nextAttempt(self);
  }
  self.recorder.event('follow-up.not-reached', { attempts: most }, { ruleId: 'AFT-89' });
}

/** Attempts made before the order was taken up. */
const attemptsOf = (self: Self): AnswerOf<'follow-up-visit'>[] =>
  [...self.tasks.values()]
    .filter(({ row }) => row.kind === 'follow-up-visit' && row.state === 'done')
    .flatMap(({ row }) => row.answers.map(({ choices }) => choices as unknown as AnswerOf<'follow-up-visit'>));

/** BAK-82. Invited 2 h after delivery, reminded once; a rating given meanwhile silences both. */
function inviteRating(self: Self): void {
  if (self.followUp.rated !== null) return;
  const invite = (again: boolean) => (): void => self.recorder.notice('customer', 'rating-invitation', { again }, { ruleId: 'BAK-82' });
  invited(self, [
    clockOf(self, stillToRing(self, 'rating-invite'), invite(false)),
    clockOf(self, stillToRing(self, 'rating-remind'), invite(true)),
  ]);
}

async function visitDay(self: Self): Promise<void> {
  const moment = momentOf(self, 'follow-up');
  if (!moment) return;
  if (self.followUp.visitAt !== moment.at) {
    visitOn(self, moment.at);
    self.recorder.touch();
  }
  const isUnhappy = (): boolean => self.followUp.rated !== null && self.followUp.rated < self.rules.visitSoonerBelow.n;
  const today = await self.timers.sleepUntil(moment.at, 'AFT-88 follow-up visit', isUnhappy);
  if (!today) visitOn(self, self.now());
}

/**
 * BAK-82. A rating is taken until its time is over, also of an order that has closed meanwhile (BAK-02): an order kept open for a rating that
 * may never come would be open for nothing that anybody owes, so it closes, and its workflow listens on.
 */
export async function hearRating(self: Self): Promise<void> {
  const closes = momentOf(self, 'rating-close');
  if (!closes || self.followUp.rated !== null) return;
  await self.timers.sleepUntil(closes.at + 1, `${closes.ruleId} rating closes`, () => self.followUp.rated !== null); // its last instant is in time
}

/** AFT-89. A day later, on an open day like the visit itself. */
async function nextAttempt(self: Self): Promise<void> {
  const triedAt = self.now();
  triedInVain(self, triedAt);
  await plan(self);
  visitOn(self, momentOf(self, 'follow-up-retry')?.at ?? triedAt);
  self.recorder.touch();
  await nextDay(self);
}

const nextDay = async (self: Self): Promise<void> => {
  await self.timers.sleepUntil(self.followUp.visitAt ?? self.now(), 'AFT-89 next attempt');
};

/** One attempt, after those by `methods`; answers whether the customer was reached. */
async function visit(self: Self, attempt: number, methods: string[]): Promise<boolean> {
  const { choices, by, at, textId } = await humanTask(self, 'follow-up-visit', {
    due: within(self, self.rules.followUpDue, 'visitAt', 'AFT-88'),
    context: { attempt, methods: [...methods], deliveredAt: self.delivery.deliveredAt, rated: self.followUp.rated },
  });
  methods.push(choices.method);
  const text = textId ? { textId } : {};
  self.recorder.event(
    'follow-up.attempted',
    { attempt, reached: choices.reached, method: choices.method },
    { ruleId: 'AFT-89', actor: by, ...text },
  );
  if (choices.satisfaction !== undefined && self.followUp.rated === null)
    self.recorder.row('ratings', { score: choices.satisfaction, source: 'follow-up-visit', at, ...text });
  if (!choices.reached) return false;
  self.recorder.event('follow-up.done', { at, satisfaction: choices.satisfaction ?? null }, { ruleId: 'AFT-90', actor: by, ...text });
  if (choices.department) {
    self.recorder.event('suggestion.passed', { department: choices.department }, { ruleId: 'AFT-91', actor: by, ...text });
    if (textId) self.recorder.row('suggestions', { id: `${self.number}/visit-${attempt}`, department: choices.department, textId, at });
    self.recorder.notice(`role:${choices.department}`, 'suggestion', { attempt }, { ruleId: 'AFT-91' });
  }
  return true;
}
