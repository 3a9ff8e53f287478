import { createRegister } from '../../base/register';
import type { Db } from '../../platform/db/client';

/** Somebody outside the shop who is written to as `<kind>:<id>`. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}
/** Those of a kind whom these ids mean. */
type FindParties = (db: Db, ids: readonly string[]) => Promise<readonly Party[]>;

const kinds = createRegister<FindParties>('kind of recipient');

/** Brings a kind of outside recipient to the house. @throws when another chapter has one of that name. */
export const defineParty = (kind: string, find: FindParties): void => kinds.add({ [kind]: find });

/** The outside parties whom these recipients mean, by recipient; of those who are none, or not on file, nothing. */
export async function partiesOf(db: Db, recipients: readonly string[]): Promise<Map<string, Party>> {
  const found = new Map<string, Party>();
  for (const kind of kinds.names()) {
    const ids = recipients.filter((to) => to.startsWith(`${kind}:`)).map((to) => to.slice(kind.length + 1));
    if (ids.length === 0) continue;
    for (const party of await kinds.get(kind)(db, ids)) found.set(`${kind}:${party.id}`, party);
  }
  return found;
}
