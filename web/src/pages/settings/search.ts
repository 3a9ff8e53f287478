import { textIn } from '../../address';

/** In the address in place of an entry's id: the form of a new one is open. */
export const NEW_ENTRY = 'new';

/** What the address of a setting says: which of its entries is open. */
export interface SettingSearch {
  readonly entry?: string;
}

/** What stands in such an address, as far as it says something. */
export function readSettingSearch(given: Readonly<Record<string, unknown>>): SettingSearch {
  const entry = textIn(given, 'entry');
  return entry === undefined ? {} : { entry };
}
