import type { HistoryCounts } from '../throughput/history-counts';

/** What a floor order asks of Temporal: the numbers of one of our orders, with nothing behind them. */
export interface FloorShape extends Pick<
  HistoryCounts,
  'updates' | 'localActivities' | 'activities' | 'timersFired' | 'timersCancelled' | 'upserts'
> {
  /** Real milliseconds each fired timer lasts. */
  readonly timerMs: number;
}

export const FLOOR_QUEUE = 'floor';
export const FLOOR_WORKFLOW = 'floorOrder';
export const FLOOR_UPDATE = 'step';

/** How many of `total` fall to place `index` of `places`, spread evenly; together they are `total`. */
export const shareOf = (total: number, places: number, index: number): number =>
  Math.floor(((index + 1) * total) / places) - Math.floor((index * total) / places);
