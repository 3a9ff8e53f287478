import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { TaskRow } from '../../src/contracts/order';
import { chinaTime } from '../../src/domain/china-time';
import type { Overlay } from '../../src/domain/order-state';
import { GATE_ROWS, MOVES, type ShutGate } from '../../src/domain/rulebook/gates';
import { TASKS } from '../../src/domain/rulebook/tasks';
import { nextDue } from '../process/process';
import { shutGates } from './gates';
import type { Self } from './self';

const STATE = defineSearchAttributeKey('OrderState', 'KEYWORD');
const STAGE = defineSearchAttributeKey('Stage', 'KEYWORD');
const DUE_AT = defineSearchAttributeKey('DueAt', 'DATETIME');
const OVERDUE = defineSearchAttributeKey('Overdue', 'BOOL');
const RISK = defineSearchAttributeKey('Risk', 'BOOL');

/** What a manager reads in Temporal UI, kept true with every record: search attributes (only when they changed) and current details. */
export function createDisplay(): (self: Self, overlays: readonly Overlay[], tasks: readonly TaskRow[]) => void {
  let shown = '';
  return (self, overlays, tasks) => {
    const attributes = attributesOf(self, overlays);
    const text = JSON.stringify(attributes);
    if (text !== shown) upsertSearchAttributes(attributes);
    shown = text;
    setCurrentDetails(details(self, overlays, tasks));
  };
}

function attributesOf(self: Self, overlays: readonly Overlay[]): SearchAttributeUpdatePair[] {
  const due = nextDue(self);
  const dueAt = due === null ? null : new Date(due);
  const late = overlays.includes('overdue') || overlays.includes('breached');
  return [
    { key: STATE, value: self.state },
    { key: STAGE, value: self.state },
    { key: DUE_AT, value: dueAt },
    { key: OVERDUE, value: late },
    { key: RISK, value: self.plan.risk },
  ];
}

function details(self: Self, overlays: readonly Overlay[], tasks: readonly TaskRow[]): string {
  const rows = tasks.map((task) => {
    const due = task.dueAt === null ? '' : `，限 ${chinaTime(task.dueAt)}`;
    const late = task.breachedAt === null ? '' : '（已逾期）';
    return `- ${TASKS[task.kind].zh} · \`${task.id}\` · ${task.assignee ?? task.role}${due}${late} · ${task.ruleIds.join(', ')}`;
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
