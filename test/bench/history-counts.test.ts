import { readFileSync } from 'node:fs';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { countHistory } from '../../bench/throughput/history-counts';

test('a recorded order is counted kind by kind', () => {
  const recorded: unknown = JSON.parse(readFileSync('test/replay/histories/closed.json', 'utf8'));
  const types = (recorded as { events: { eventType: string }[] }).events.map(({ eventType }) => eventType.replace('EVENT_TYPE_', ''));
  const seen = (type: string): number => types.filter((it) => it === type).length;

  expect(countHistory(historyFromJSON(recorded))).toEqual({
    events: types.length,
    workflowTasks: seen('WORKFLOW_TASK_COMPLETED'),
    updates: seen('WORKFLOW_EXECUTION_UPDATE_ACCEPTED'),
    localActivities: seen('MARKER_RECORDED'), // this order has no other markers
    activities: seen('ACTIVITY_TASK_SCHEDULED'),
    timersFired: seen('TIMER_FIRED'),
    timersCancelled: seen('TIMER_CANCELED'),
    upserts: seen('UPSERT_WORKFLOW_SEARCH_ATTRIBUTES'),
    signals: seen('WORKFLOW_EXECUTION_SIGNALED'),
    children: seen('START_CHILD_WORKFLOW_EXECUTION_INITIATED'),
  });
});

test('a marker that is no local activity is an event and nothing more', () => {
  const marker = (markerName: string) => ({ markerRecordedEventAttributes: { markerName } });
  const counts = countHistory({ events: [marker('core_local_activity'), marker('core_patch')] });
  expect(counts).toMatchObject({ events: 2, localActivities: 1 });
});

test('an empty history has nothing', () => {
  expect(Object.values(countHistory({})).every((count) => count === 0)).toBe(true);
});
