import type { z } from 'zod';
import type { Actor } from '../base/actor';
import type { ReasonView } from '../base/common.schema';
import type { Reason } from '../base/reason';
import { iso } from '../platform/http/iso';
import { instantsIn, type Tongue } from '../platform/words/instants';
import type { Reader } from '../platform/words/reasons';
import type { ActorView } from './record/timeline.schema';
import type { Services } from './services';

/** The names of people by their id. */
export type Names = ReadonlyMap<string, string>;
/** Free texts by their id. */
export type Words = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Who reads of a store's processes: the caller's language, the store's clock. */
export const readerOf = async (services: Pick<Services, 'calendars'>, storeId: string, language: Tongue): Promise<Reader> => ({
  language,
  when: instantsIn(language, (await services.calendars.calendarOf(storeId)).zone),
});

/** A person by id, with the name people know. */
export const person = (id: string | null, names: Names): { id: string; name: string } | null =>
  id === null ? null : { id, name: names.get(id) ?? id };

/** Who acted, with the name people know. Roles are not repeated: they were the actor's then, not now. */
export const actorView = ({ kind, id, via }: Actor, names: Names): z.infer<typeof ActorView> => {
  const name = id === undefined ? undefined : names.get(id);
  return { kind, via, ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
};

/** Fields of a task's context that hold an instant, by their name. */
const isInstant = (key: string, value: unknown): value is number =>
  /^(?:at|from|to)$|(?:At|From|Until)$/.test(key) && typeof value === 'number';

/** Ids become people and instants become text: what the workflow knows, as people read it. */
export function readable(value: unknown, names: Names, key = ''): unknown {
  if (isInstant(key, value)) return iso(value);
  if (Array.isArray(value)) return value.map((item) => readable(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const known = typeof inner === 'string' ? names.get(inner) : undefined;
      return [[name, readable(inner, names, name)], ...(known ? [[`${name}Name`, known]] : [])] as [string, unknown][];
    }),
  );
}

/** Every string below a value: where ids of people may stand. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** Why a deadline is when it is, as data. */
export const reasonView = ({ baseAt, missedAt, movedFrom, ...reason }: Reason): z.infer<typeof ReasonView> => ({
  ...reason,
  ...(baseAt === undefined ? {} : { baseAt: iso(baseAt) }),
  ...(missedAt === undefined ? {} : { missedAt: iso(missedAt) }),
  ...(movedFrom === undefined ? {} : { movedFrom: iso(movedFrom) }),
});
