import { taskRule } from '../../src/process/tasks/tasks.rules';
import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { TaskRow } from '../../src/process/process.messages';
import { chinaTime } from '../../src/base/china-time';
import { STAGES, type OrderState, type Overlay, type Stage } from '../../src/orders/order-state.rules';
import { GATE_ROWS, MOVES, type ShutGate } from '../../src/bakery/gates.rules';
import { nextDue } from '../process/process';
import { shutGates } from './gates';
import type { Self } from './self';

const STATE = defineSearchAttributeKey('OrderState', 'KEYWORD');
const STAGE = defineSearchAttributeKey('Stage', 'KEYWORD');
const DUE_AT = defineSearchAttributeKey('DueAt', 'DATETIME');
const OVERDUE = defineSearchAttributeKey('Overdue', 'BOOL');
const RISK = defineSearchAttributeKey('Risk', 'BOOL');

/** What an order can be found by. */
interface Shown {
  readonly state: OrderState;
  /** The monitored stage that is under way (BAK-46). */
  readonly stage: Stage | null;
  readonly overdue: boolean;
  readonly risk: boolean;
  readonly dueAt: number | null;
}

/**
 * What a manager reads in Temporal UI, kept true with every record: current details, and search attributes, each change of which costs an
 * event. So a stage that has only ended and a deadline that has only moved away are told with the next news: whoever looks for what is under
 * way or due finds every order that is, and now and then one whose step was done early.
 */
export function createDisplay(): (self: Self, overlays: readonly Overlay[], tasks: readonly TaskRow[]) => void {
  let shown: Shown | null = null;
  return (self, overlays, tasks) => {
    const now = whatIs(self, overlays);
    if (shown === null || isNews(shown, now)) {
      upsertSearchAttributes(newAttributes(shown, now));
      shown = now;
    }
    setCurrentDetails(details(self, overlays, tasks));
  };
}

const whatIs = (self: Self, overlays: readonly Overlay[]): Shown => ({
  state: self.state,
  stage: STAGES.find((name) => self.stages[name].startedAt !== null && self.stages[name].doneAt === null) ?? null,
  overdue: overlays.includes('overdue') || overlays.includes('breached'),
  risk: self.plan.risk,
  dueAt: nextDue(self),
});

const isNews = (shown: Shown, now: Shown): boolean =>
  shown.state !== now.state ||
  (now.stage !== null && shown.stage !== now.stage) ||
  shown.overdue !== now.overdue ||
  shown.risk !== now.risk ||
  (now.dueAt !== null && (shown.dueAt === null || now.dueAt < shown.dueAt));

/** Those that differ from what is shown. */
function newAttributes(shown: Shown | null, now: Shown): SearchAttributeUpdatePair[] {
  const attributes: { readonly [K in keyof Shown]: SearchAttributeUpdatePair } = {
    state: { key: STATE, value: now.state },
    stage: { key: STAGE, value: now.stage },
    dueAt: { key: DUE_AT, value: now.dueAt === null ? null : new Date(now.dueAt) },
    overdue: { key: OVERDUE, value: now.overdue },
    risk: { key: RISK, value: now.risk },
  };
  return (Object.keys(attributes) as (keyof Shown)[]).filter((name) => shown?.[name] !== now[name]).map((name) => attributes[name]);
}

function details(self: Self, overlays: readonly Overlay[], tasks: readonly TaskRow[]): string {
  const rows = tasks.map((task) => {
    const due = task.dueAt === null ? '' : `，限 ${chinaTime(task.dueAt)}`;
    const late = task.breachedAt === null ? '' : '（已逾期）';
    return `- ${taskRule(task.kind).zh} · \`${task.id}\` · ${task.assignee ?? task.role}${due}${late} · ${task.ruleIds.join(', ')}`;
  });
  const shut = shutGates(self);
  return [
    `**订单 ${self.input.number} · ${self.state}**${overlays.length > 0 ? ` · ${overlays.join(' · ')}` : ''}`,
    `交付 ${chinaTime(self.facts.deliveryAt)} · 版本 ${self.version} · 已收 ${yuan(self.ledger.receivedFen)} / ${yuan(self.facts.totalFen)}`,
    ...(shut.length > 0 ? [`尚缺：${shut.map(missing).join('；')}`] : []),
    rows.length > 0 ? `待办 / open tasks:\n${rows.join('\n')}` : '没有待办 / nothing open',
  ].join('\n\n');
}

const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

/** What a move waits for, as one clause: `开始打包：装饰后的质量检查尚未合格（BAK-51）`. */
function missing({ move, rule, why: { code, params } }: ShutGate): string {
  const values = Object.entries<number>(params ?? {}).map(
    ([name, value]) => [name, name.endsWith('Fen') ? yuan(value) : String(value)] as const,
  );
  const text = values.reduce((words, [name, value]) => words.replace(`{${name}}`, value), GATE_ROWS[code].zh);
  return `${MOVES[move].zh}：${text.replace(/。$/, '')}（${rule}）`;
}
