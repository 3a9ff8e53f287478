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

/** Tables by name, each made when something is first put into it. */
export interface Registers<Row> {
  readonly add: (name: string, rows: Readonly<Record<string, Row>>) => void;
  /** Undefined for a table that nobody put anything into. */
  readonly find: (name: string) => Register<Row> | undefined;
  /** In the order in which they were made. */
  readonly all: () => ReadonlyMap<string, Register<Row>>;
}

/** `what` is what a row of the table of a name is called in an error. */
export function createRegisters<Row>(what: (name: string) => string): Registers<Row> {
  const tables = new Map<string, Register<Row>>();
  return {
    add(name, rows) {
      const table = tables.get(name) ?? createRegister<Row>(what(name));
      tables.set(name, table);
      table.add(rows);
    },
    find: (name) => tables.get(name),
    all: () => tables,
  };
}
