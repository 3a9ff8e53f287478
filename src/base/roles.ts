/** BAK-04, BAK-05. Who works in a shop. One person may hold several roles; the demo shop's logins are the role names. */
export const ROLES = [
  'sales-consultant',
  'production-supervisor',
  'baker',
  'qc-inspector',
  'packer',
  'delivery-staff',
  'customer-service',
  'store-manager',
  'finance',
  'food-safety-committee',
  'ingredient-custodian',
  'management',
  'operator',
] as const;

export type Role = (typeof ROLES)[number];

export const isRole = (x: unknown): x is Role => ROLES.includes(x as Role);
