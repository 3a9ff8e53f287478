import { Refusal } from '../base/refusals';
import type { Services } from './services';
import { readable } from './views';

/** Adds the name people know to an `already-answered` that knows only an id; every other error stays as it is. */
export async function naming(services: Services, error: unknown): Promise<unknown> {
  if (!(error instanceof Refusal) || error.code !== 'already-answered' || !error.more.answered) return error;
  const { by, at, choices } = error.more.answered;
  const names = await services.people.namesOf([by.id]);
  const name = names.get(by.id) ?? by.id;
  const answered = { by: { id: by.id, name }, at, choices: readable(choices, names) as Record<string, unknown> };
  return new Refusal(error.code, { code: 'answered-by', params: { name, answeredAt: at } }, { ...error.more, answered });
}
