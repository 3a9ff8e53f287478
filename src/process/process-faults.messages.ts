import type { Bare } from '../base/faults';
import type { Position } from '../base/departments';
import type { Role } from '../base/roles';
import type { TaskKind } from './tasks/tasks.rules';

/** What is said against an act on any process and its tasks. */
export interface ProcessFaults {
  // answers of tasks
  'not-staff-of-this-store': Bare;
  'lacks-roles': { readonly roles: readonly Position[] };
  'repairs-nothing': { readonly actions: readonly string[] };
  'staff-unnamed': Bare;
  // where the task stands
  'task-withdrawn': Bare;
  'task-is-nobodys': Bare;
  'task-is-theirs': Bare;
  'closes-by-itself': Bare;
  'answered-by': { readonly name: string; readonly answeredAt: number };
  'answered-already': Bare;
  'on-record': Bare;
  'voted-already': Bare;
  'no-task-here': Bare;
  'no-task-of-order': Bare;
  'no-photo-here': Bare;
  'photo-damaged': Bare;
  'no-staff-here': Bare;
  // settings
  'no-entry-here': Bare;
  'changed-meanwhile': Bare;
  'not-a-login': Bare;
  'login-stays': Bare;
  'login-taken': Bare;
  'not-oneself': Bare;
  'own-role-stays': Bare;
  'last-store-manager': Bare;
  'has-open-tasks': { readonly count: number };
  'overlaps-another-absence': Bare;
  'absence-of-another': Bare;
  'over-long-ago': Bare;
  'entry-renamed': Bare;
  'day-over': Bare;
  // who asks
  'act-is-for': { readonly who: readonly (Role | 'staff' | 'customer' | 'supplier' | 'system')[] };
  'not-through-the-api': Bare;
  'task-is-for': { readonly roles: readonly Position[] };
  'vote-is-for': { readonly roles: readonly Position[] };
  'reassigning-needs-role': { readonly roles: readonly Position[] };
  'signer-unknown': Bare;
  'more-than-yes-or-no': { readonly task: TaskKind };
}
declare module '../base/faults' {
  interface FaultParams extends ProcessFaults {}
}
