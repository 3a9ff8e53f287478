import type { ConnectionLike } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../orders/names.messages';

/** `IndexedValueType` of Temporal's API (`temporal.api.enums.v1`). */
const TYPE_NUMBERS = { Keyword: 2, Bool: 5, Datetime: 6 } as const satisfies Record<
  (typeof SEARCH_ATTRIBUTES)[keyof typeof SEARCH_ATTRIBUTES],
  number
>;

/** Registers the search attributes a namespace still lacks. Throws when Temporal does not answer, or does not let us. */
export async function ensureSearchAttributes(connection: ConnectionLike, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in customAttributes));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, TYPE_NUMBERS[type]]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}
