import type { HistoryCounts } from '../throughput/history-counts';

/** What a floor order asks of Temporal, by kind. */
export type Asked = Pick<HistoryCounts, 'updates' | 'localActivities' | 'activities' | 'timersFired' | 'timersCancelled' | 'upserts'>;

/** A floor order: what it asks, with nothing behind it. */
export interface FloorShape extends Asked {
  /** Real milliseconds each fired timer lasts. */
  readonly timerMs: number;
}

/**
 * The least floor: what an order asks however it is built, because its people act and its clocks ring. Written by hand and not counted in
 * an order of ours, so that it stays where it is when our counts move.
 */
export const LEAST_ASKED: Asked = {
  // what people did for a standard order when the aim was set: review, payment, confirmation, two acts for the materials, signing the sheet,
  // three photos, making, decoration, quality, packing, dispatch, hand-over, balance, rating, visit
  updates: 18,
  // the invitation to rate and the visit; every other clock of an order whose people answer at once falls silent before it rings
  timersFired: 2,
  localActivities: 0,
  activities: 0,
  timersCancelled: 0,
  upserts: 0,
};

export const FLOOR_QUEUE = 'floor';
export const FLOOR_WORKFLOW = 'floorOrder';
export const FLOOR_UPDATE = 'step';

/** How many of `total` fall to place `index` of `places`, spread evenly; together they are `total`. */
export const shareOf = (total: number, places: number, index: number): number =>
  Math.floor(((index + 1) * total) / places) - Math.floor((index * total) / places);
