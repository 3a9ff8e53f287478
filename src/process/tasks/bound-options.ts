import type { AnswererRecord } from '../../platform/people/staff-read.repository';
import { listedName } from '../../platform/words/register';
import type { Services } from '../services';
import { readerOf } from '../views';
import { awayName } from '../words/away';
import type { BoundFor, Option } from './form';
import type { Answerer } from './task-rights.rules';

/** Ids of a list with what they are called. */
export const listed = (list: string, ids: readonly string[], { language }: Pick<BoundFor, 'language'>): Option[] =>
  ids.map((id) => ({ const: id, title: listedName(list, id, language) ?? id }));

/** The most people a form offers. */
const MOST_PEOPLE = 200;

/** Finds the people of a store of whom something is true, as they stand now; beside the name of one who is away stands until when. */
export async function peopleOf(
  services: Services,
  storeId: string,
  { language, now }: BoundFor,
): Promise<(fits: (who: Answerer) => boolean) => Option[]> {
  const people = await services.people.answerers(storeId, MOST_PEOPLE, now);
  const reader = await readerOf(services, storeId, language);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const called = ({ name, away, deputyId }: AnswererRecord): string =>
    away === null ? name : awayName(name, away.until, names.get(deputyId ?? '') ?? null, reader);
  return (fits) => people.flatMap((one) => (fits(one) ? [{ const: one.id, title: called(one) }] : []));
}
