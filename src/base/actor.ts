import type { Position } from './departments';

/** Those outside the shop who act by link. A chapter adds its own (`defineParties`). */
export interface PartyKinds {
  readonly customer: true;
}
export type PartyKind = keyof PartyKinds;

/** Who acts. `via` tells HTTP from the Temporal door; somebody outside the shop acts by link, a process itself by its timers. */
export interface Actor {
  readonly kind: 'staff' | 'system' | PartyKind;
  /** Staff id, or a party's; absent for the customer and the system. */
  readonly id?: string;
  /** Staff: the roles they hold, and the departments they lead. */
  readonly roles?: readonly Position[];
  readonly via: 'http' | 'temporal' | 'link' | 'timer';
}

/** Every act says who, and where its free text lies. */
export interface Act {
  readonly by: Actor;
  readonly textId?: string;
}

/** A member of staff as the rules about tasks see them. */
export interface Person {
  readonly id: string;
  /** The roles they hold, and the departments they lead. */
  readonly roles: readonly Position[];
}
