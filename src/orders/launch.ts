import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { kindOfOrder } from './define.order-kind';
import { orderWorkflowId, REPAIR_WORKFLOW, repairWorkflowId } from './names.messages';
import { POST_OFFICE_ID, POST_OFFICE_WORKFLOW } from '../process/names.messages';
import { TASK_QUEUE } from '../platform/temporal/task-queue';
import type { OrderInput } from './order.messages';
import type { RepairInput } from './repair.messages';
import { chinaTime } from '../base/china-time';
import { searchAttributesOf } from './search-attributes';

/** What one sees in a list of workflows; ids, choices and the delivery hour in China's time. */
const summaryOf = (title: string, { number, facts }: OrderInput): string =>
  `${title} ${number} · ${facts.lines.map((line) => `${line.product}×${line.quantity}`).join(', ')} · 交付 ${chinaTime(facts.deliveryAt)}`;

const SIGNALS =
  'Signals: `approve` / `reject` {"taskId" | "changeId", "by", "reason"}, `cancel` {"cause", "by", "reason"}; `by` is a staff login.';

/** By which a run that took an order up is known: the revision after which it records (`resume.after`). */
export const TAKEN_UP_AFTER = 'takenUpAfter';

/**
 * Starts an order's workflow under its number; a second start of the same number does nothing. An order that has run and ended starts
 * again only to be taken up from its record.
 */
export async function launchOrder(client: Client, input: OrderInput): Promise<void> {
  const { workflow, title, details } = kindOfOrder(input.kind).story;
  await startOnce(() =>
    client.workflow.start(workflow, {
      taskQueue: TASK_QUEUE,
      workflowId: orderWorkflowId(input.number),
      args: [input],
      typedSearchAttributes: searchAttributesOf(input),
      staticSummary: summaryOf(title, input),
      staticDetails: `${details}\n\n${SIGNALS}`,
      ...(input.resume && { memo: { [TAKEN_UP_AFTER]: input.resume.after } }),
      workflowIdReusePolicy: input.resume ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  );
}

/** Starts the repair of a lost order, unless one is under way. */
export async function launchRepair(client: Client, input: RepairInput): Promise<void> {
  await startOnce(() =>
    client.workflow.start(REPAIR_WORKFLOW, {
      taskQueue: TASK_QUEUE,
      workflowId: repairWorkflowId(input.number),
      args: [input],
      staticSummary: `修复 · 订单 ${input.number} 的工作流已中断 (${input.how})`,
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  );
}

/** Starts the shop's post office, unless it runs already. */
export async function launchPostOffice(client: Client): Promise<void> {
  await startOnce(() =>
    client.workflow.start(POST_OFFICE_WORKFLOW, {
      taskQueue: TASK_QUEUE,
      workflowId: POST_OFFICE_ID,
      args: [],
      staticSummary: '邮局：发送到期的通知 (BAK-08)',
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  );
}

async function startOnce(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error; // it has run, and ended
  }
}
