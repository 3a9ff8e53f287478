/** A table that chapters add their rows to when they are loaded. */
export interface Register<Row> {
  /** Adding a row again does nothing. @throws when another row has its name. */
  readonly add: (rows: Readonly<Record<string, Row>>) => void;
  /** @throws for a name that nobody added. */
  readonly get: (name: string) => Row;
  readonly find: (name: string) => Row | undefined;
  readonly has: (name: unknown) => boolean;
  /** In the order in which they were added. */
  readonly names: () => readonly string[];
}

/** `what` is what a row is called in an error. */
export function createRegister<Row>(what: string): Register<Row> {
  const all = new Map<string, Row>();
  return {
    add(rows) {
      for (const [name, row] of Object.entries(rows)) {
        if ((all.get(name) ?? row) !== row) throw new Error(`two chapters have a ${what} called ${name}`);
        all.set(name, row);
      }
    },
    get(name) {
      const row = all.get(name);
      if (row === undefined) throw new Error(`no chapter has a ${what} called ${name}`);
      return row;
    },
    find: (name) => all.get(name),
    has: (name) => typeof name === 'string' && all.has(name),
    names: () => [...all.keys()],
  };
}
