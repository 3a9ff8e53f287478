import type { PartyKind } from '../base/actor';
import { createRegister } from '../base/register';

const kinds = createRegister<true>('kind of party');

/** Brings kinds of people outside the shop who may act by link (`PartyKinds`). Their words stand in the lists `who` and `name`. */
export const defineParties = (parties: readonly PartyKind[]): void => {
  for (const kind of parties) kinds.add({ [kind]: true });
};
/** Every kind of party that a loaded chapter knows. */
export const partyKinds = (): readonly PartyKind[] => kinds.names() as readonly PartyKind[];
