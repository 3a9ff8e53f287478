import { listedName } from '../../platform/words/register';
import type { Services } from '../services';
import type { BoundFor, Option } from './form';
import type { Answerer } from './task-rights.rules';

/** Ids of a list with what they are called. */
export const listed = (list: string, ids: readonly string[], { language }: Pick<BoundFor, 'language'>): Option[] =>
  ids.map((id) => ({ const: id, title: listedName(list, id, language) ?? id }));

/** The most people a form offers. */
const MOST_PEOPLE = 200;

/** Finds the people of a store of whom something is true, as they stand at shop time `now`. */
export async function peopleOf(services: Services, storeId: string, now: number): Promise<(fits: (who: Answerer) => boolean) => Option[]> {
  const people = await services.people.answerers(storeId, MOST_PEOPLE, now);
  return (fits) => people.flatMap((one) => (fits(one) ? [{ const: one.id, title: one.name }] : []));
}
