import type { Position } from './departments';

/** Who acts. `via` tells HTTP from the Temporal door; a customer or supplier acts by link, a process itself by its timers. */
export interface Actor {
  readonly kind: 'staff' | 'customer' | 'supplier' | 'system';
  /** Staff id or supplier id; absent for the customer and the system. */
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
