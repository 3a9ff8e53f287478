import { keepPreviousData, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { Refused, type Problem } from '../api/problems';
import { ASK_AFTER_MS, useSettled } from '../time/use-settled';
import { missing } from './errors';
import type { Field, Values } from './schema';
import { answerOf } from './values';

interface Tried<T> {
  /** Nothing is plainly missing, so that the API can say what would follow. */
  readonly isWhole: boolean;
  /** What would follow. Undefined: nobody knows yet, or it would be refused. */
  readonly data: T | undefined;
  /** Why it would be refused. */
  readonly refused: Problem | null;
}

/** What would follow, were a form sent as it stands: asked once the hand rests, by a query that keeps nothing. */
export function useTried<T, K extends readonly unknown[]>(
  form: Field,
  values: Values,
  queryOf: (answer: Values) => UseQueryOptions<T, Error, T, K>,
): Tried<T> {
  const settled = useSettled(values, ASK_AFTER_MS);
  const isWhole = missing(form, settled, '').size === 0;
  const query = queryOf((answerOf(form, settled) ?? {}) as Values);
  const { data, error } = useQuery({ ...query, enabled: isWhole && query.enabled !== false, placeholderData: keepPreviousData });
  return { isWhole, data: isWhole && !error ? data : undefined, refused: isWhole && error instanceof Refused ? error.problem : null };
}
