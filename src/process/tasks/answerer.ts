import type { StaffRecord } from '../../platform/people/staff-read.repository';
import type { Answerer } from './task-rights.rules';
import type { Services } from '../services';

/** A member of staff as the rules about tasks see them at shop time `now`. */
export const answererOf = async (services: Services, { id, roles, storeId }: StaffRecord, now: number): Promise<Answerer> => ({
  id,
  roles,
  deputyFor: await services.people.deputyFor(storeId, id, now),
});

/** Whom the doer of an act stands in for, as the order is told: nothing for most people. */
export const standingIn = (deputyFor: Answerer['deputyFor']): { readonly deputyFor?: Answerer['deputyFor'] } =>
  deputyFor.length > 0 ? { deputyFor } : {};
