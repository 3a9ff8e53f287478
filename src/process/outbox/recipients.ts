import { absenceAt, type Absence } from '../../platform/people/staff-read.repository';
import { headedBy, isDepartment } from '../../base/departments';
import { LANGUAGES, languageOf, type Audience, type CustomerContact, type Language } from './facts';
import type { Party } from './parties';

/** Where one copy of a notice goes. `key` names the recipient in the ledger and stays the same when the notice is tried again. */
export interface Address {
  readonly key: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly name: string;
  readonly language: Language;
}

export interface StaffContact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly storeId: string;
  readonly roles: readonly string[];
  /** The departments they lead. */
  readonly headOf: readonly string[];
  readonly active: boolean;
  readonly deputyId: string | null;
  readonly absences: readonly Absence[];
}

/** Who may be written to, as known at sending time. */
export interface Directory {
  readonly storeId: string;
  /** Whose the thing is that the letter is about; undefined when it is nobody's. */
  readonly customer: CustomerContact | undefined;
  readonly staff: readonly StaffContact[];
  /** Outside the shop, by recipient: `supplier:<id>`. */
  readonly parties: ReadonlyMap<string, Party>;
  /** Whether short messages can be sent. */
  readonly sms: boolean;
}

/** To whom a letter to this recipient speaks. */
export const audienceOf = (to: string): Audience => (to === 'customer' ? 'customer' : to.startsWith('supplier:') ? 'supplier' : 'staff');

/**
 * BAK-08. The addresses of `customer`, `role:<role>`, `head:<department>`, `staff:<id>` or of an outside party at shop time `now`. Whoever is
 * away is stood in for by the deputy, and the store manager for a department that nobody leads (`isHeadless`). Empty when there is nobody,
 * or no way to reach them.
 */
export function addressesOf(to: string, directory: Directory, now: number): Address[] {
  const [kind = '', id = ''] = splitOnce(to);
  if (kind === 'customer') return customerAddresses(directory);
  const party = directory.parties.get(to);
  if (party) return partyAddresses(party);
  const meant = kind === 'staff' ? directory.staff.filter((person) => person.id === id) : holders(to, directory);
  const present = meant.flatMap((person) => standIn(person, directory.staff, now) ?? []);
  const unique = [...new Map(present.map((person) => [person.id, person])).values()];
  return unique
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((person) => ({ key: person.id, channel: 'email', to: person.email, name: person.name, language: languageOf(person.language) }));
}

/** The active people of the store whom `role:<role>` or `head:<department>` means. */
function holders(to: string, directory: Directory): StaffContact[] {
  const [kind, id] = isHeadless(to, directory) ? ['role', 'store-manager'] : splitOnce(to);
  const here = directory.staff.filter(({ active, storeId }) => active && storeId === directory.storeId);
  if (kind === 'head') return isDepartment(id) ? here.filter(({ headOf }) => headOf.includes(id)) : [];
  return kind === 'role' ? here.filter(({ roles }) => roles.includes(id)) : [];
}

/** Whether a notice is for the head of a department that has none in this store. */
export function isHeadless(to: string, { staff, storeId }: Pick<Directory, 'staff' | 'storeId'>): boolean {
  const department = headedBy(to);
  if (department === null) return false;
  return !staff.some((person) => person.active && person.storeId === storeId && person.headOf.includes(department));
}

function splitOnce(to: string): [string, string] {
  const at = to.indexOf(':');
  return at < 0 ? [to, ''] : [to.slice(0, at), to.slice(at + 1)];
}

function customerAddresses({ customer, sms }: Directory): Address[] {
  if (!customer) return [];
  const { name, email, phone } = customer;
  const language = languageOf(customer.language);
  return [
    ...(email ? [{ key: 'email', channel: 'email', to: email, name, language } as const] : []),
    ...(sms && phone ? [{ key: 'sms', channel: 'sms', to: phone, name, language } as const] : []),
  ];
}

const partyAddresses = ({ id, email, name }: Party): Address[] =>
  email ? [{ key: id, channel: 'email', to: email, name, language: LANGUAGES[0] }] : [];

/** The person, or the deputy during an absence. Who has no deputy is written to all the same; who has left without one is not. */
function standIn(person: StaffContact, staff: readonly StaffContact[], now: number): StaffContact | null {
  if (person.active && !absenceAt(person.absences, now)) return person;
  const deputy = staff.find(({ id, active, storeId }) => id === person.deputyId && active && storeId === person.storeId);
  return deputy ?? (person.active ? person : null);
}
