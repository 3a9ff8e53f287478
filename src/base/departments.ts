import { isRole, ROLES, type Role } from './roles';

/**
 * Where a person works, beside the roles they hold: regulations name a department and its head where they name no role. The list is closed,
 * so that a task of a department nobody has does not compile.
 */
export const DEPARTMENTS = [
  'sales',
  'production',
  'quality',
  'purchasing',
  'warehouse',
  'logistics',
  'customer-service',
  'service-centre',
  'finance',
  'human-resources',
  'legal',
  'it',
  'management',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

export const isDepartment = (x: unknown): x is Department => DEPARTMENTS.includes(x as Department);

/** Who leads a department of a store: nobody, one person or several. */
export type Head = `head:${Department}`;
export const headOf = (department: Department): Head => `head:${department}`;

/** The department that somebody is the head of; null where the text names no such head. */
export function headedBy(text: string): Department | null {
  const department = text.startsWith('head:') ? text.slice('head:'.length) : null;
  return isDepartment(department) ? department : null;
}

/** What a person may be to a task: the holder of a role, or the head of a department. Rungs of a ladder are positions. */
export type Position = Role | Head;
export const POSITIONS: readonly Position[] = [...ROLES, ...DEPARTMENTS.map(headOf)];

/** A position as a letter's recipient. */
export const recipientOf = (position: Position): string => (isRole(position) ? `role:${position}` : position);
