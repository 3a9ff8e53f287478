import type { WorkflowHandle } from '@temporalio/client';

/** A workflow's history as the client fetches it. */
export type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** What one order asked of Temporal, counted in its history. */
export interface HistoryCounts {
  readonly events: number;
  readonly workflowTasks: number;
  readonly updates: number;
  readonly localActivities: number;
  readonly activities: number;
  readonly timersFired: number;
  readonly timersCancelled: number;
  readonly upserts: number;
  readonly signals: number;
  readonly children: number;
}

/** The SDK's marker of a finished local activity. */
const LOCAL_ACTIVITY = 'core_local_activity';

type HistoryEvent = NonNullable<History['events']>[number];

/** Counts what a history holds; a local activity is one marker, an update counts when it was accepted. */
export function countHistory({ events }: History): HistoryCounts {
  const all = events ?? [];
  const count = (is: (event: HistoryEvent) => unknown): number => all.filter((event) => Boolean(is(event))).length;
  return {
    events: all.length,
    workflowTasks: count((event) => event.workflowTaskCompletedEventAttributes),
    updates: count((event) => event.workflowExecutionUpdateAcceptedEventAttributes),
    localActivities: count((event) => event.markerRecordedEventAttributes?.markerName === LOCAL_ACTIVITY),
    activities: count((event) => event.activityTaskScheduledEventAttributes),
    timersFired: count((event) => event.timerFiredEventAttributes),
    timersCancelled: count((event) => event.timerCanceledEventAttributes),
    upserts: count((event) => event.upsertWorkflowSearchAttributesEventAttributes),
    signals: count((event) => event.workflowExecutionSignaledEventAttributes),
    children: count((event) => event.startChildWorkflowExecutionInitiatedEventAttributes),
  };
}
