import type { Words } from './instants';
import type { Reader } from './reasons';

export type Names = ReadonlyMap<string, string>;
export type Data = Readonly<Record<string, unknown>>;
/** A particular of an event as people read it; undefined when the event says nothing of it, or nothing anybody could read. */
export type Tell = (data: Data, reader: Reader, names: Names) => string | undefined;

/** What happened, and the particulars that follow it. */
export interface EventWords extends Words {
  readonly tells: readonly Tell[];
}
/** The words of one kind of event. */
export const event = (zh: string, en: string, ...tells: Tell[]): EventWords => ({ zh, en, tells });

/** What happened that nobody has words for yet: never its raw name. */
export const SOMETHING = event('订单有新的进展', 'Something happened on the order');
