import type { Actor, Person } from '../base/actor';
import { POSITIONS } from '../base/departments';
import { id, listOf, oneOf, optional, shape, type Optional, type Reader } from '../base/read';
import { partyKinds } from './parties.rules';

/** Readers of what every act says. The compiler asks for a new one when a type of `actor.ts` gets a new field. */

const VIAS = ['http', 'temporal', 'link', 'timer'] as const;
/** People whom one person stands in for at a time. */
const MOST_ABSENT = 100;

const roles = listOf(oneOf(...POSITIONS), POSITIONS.length);
/** Chapters that are loaded later have parties as well. */
const kind: Reader<Actor['kind']> = (x, pointer, faults) => oneOf<Actor['kind']>('staff', ...partyKinds(), 'system')(x, pointer, faults);
const actorShape = shape<Actor>({ kind, id: optional(id), roles: optional(roles), via: oneOf(...VIAS) });
/** Who acts. Staff are known by their id and hold a role. */
export const actor: Reader<Actor> = (x, pointer, faults) => {
  const before = faults.length;
  const by = actorShape(x, pointer, faults);
  if (faults.length === before && by.kind === 'staff' && (by.id === undefined || by.roles === undefined || by.roles.length === 0))
    faults.push({ pointer, code: 'staff-unnamed' });
  return by;
};
/** What every act says: who, and where its words lie. */
export const said = { by: actor, textId: optional(id) };
/** Whom the doer stands in for (BAK-04). */
export const deputyFor: Optional<readonly Person[]> = optional(listOf(shape<Person>({ id, roles }), MOST_ABSENT));
