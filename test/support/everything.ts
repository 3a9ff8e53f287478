import type { Db } from '../../src/platform/db/client';

interface Table {
  readonly name: string;
}

/** The tables of a database, by name. */
const tablesOf = (db: Db): Promise<Table[]> =>
  db.$queryRaw<
    Table[]
  >`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;

/** How many rows each table holds. */
export async function countsIn(db: Db): Promise<Record<string, number>> {
  const counted = (await tablesOf(db)).map(async ({ name }) => {
    const [row] = await db.$queryRawUnsafe<{ rows: number }[]>(`SELECT count(*)::int AS rows FROM "${name}"`);
    return [name, row?.rows ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** Every row of every table, as one text for each table: who finds it the same twice knows that nothing was written between. Of a session only that it is there, for every request touches its hour. */
export async function everythingIn(db: Db): Promise<Record<string, string>> {
  const read = (await tablesOf(db)).map(async ({ name }) => {
    const row = name === 'sessions' ? `t.token_hash` : `t::text`;
    const [all] = await db.$queryRawUnsafe<{ rows: string }[]>(
      `SELECT coalesce(string_agg(${row}, E'\\n' ORDER BY ${row}), '') AS rows FROM "${name}" t`,
    );
    return [name, all?.rows ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
