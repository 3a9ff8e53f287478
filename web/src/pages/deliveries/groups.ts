import type { Stop } from '../../api/route-types';

/** Stops under one heading: those that are late, or those of one hour. */
export interface Group {
  /** Null: what is late. */
  readonly hour: string | null;
  readonly stops: readonly Stop[];
}

/** What is late by itself, the rest by the hour of its promise; stops come sorted so. */
export function groupsOf(stops: readonly Stop[], hourOf: (instant: string) => string): Group[] {
  const groups: { hour: string | null; stops: Stop[] }[] = [];
  for (const stop of stops) {
    const hour = stop.late === null ? hourOf(stop.deliveryAt) : null;
    const last = groups.at(-1);
    if (last?.hour === hour) last.stops.push(stop);
    else groups.push({ hour, stops: [stop] });
  }
  return groups;
}
