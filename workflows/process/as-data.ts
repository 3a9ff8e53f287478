/** JSON, with maps and sets written as objects of one marked member. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [member: string]: Data };

const [MAP, SET] = ['$map', '$set'] as const;

/** State as data that another run can read: maps and sets come through, functions and what is undefined stay behind. */
export function asData(value: unknown): Data {
  if (value instanceof Map) return { [MAP]: [...(value as Map<unknown, unknown>)].map(asData) };
  if (value instanceof Set) return { [SET]: [...(value as Set<unknown>)].map(asData) };
  if (Array.isArray(value)) return value.map(asData);
  if (typeof value !== 'object' || value === null) return value as Data;
  const members = Object.entries(value).filter(([, member]) => typeof member !== 'function' && member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, asData(member)]));
}

/** The state that `asData` has written. */
export function fromData(data: Data): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (isList(data)) return data.map(fromData);
  if (MAP in data) return new Map((data[MAP] as readonly Data[]).map((entry) => fromData(entry) as [unknown, unknown]));
  if (SET in data) return new Set((data[SET] as readonly Data[]).map(fromData));
  return Object.fromEntries(Object.entries(data).map(([name, member]) => [name, fromData(member)]));
}

const isList = (data: Data): data is readonly Data[] => Array.isArray(data);
