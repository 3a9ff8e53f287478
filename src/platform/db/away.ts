/** Prisma's and pg's ways of saying that the database does not answer. */
const DATABASE_AWAY = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
interface Failed {
  readonly code?: unknown;
  /** What the driver adapter calls it; a raw query's error says no more than `P2010` of its own. */
  readonly kind?: unknown;
  /** Postgres' own code, where the adapter passes it on. */
  readonly originalCode?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
}
const causes = (error: unknown, depth = 0): readonly unknown[] => {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { code, kind, originalCode, cause, meta } = error as Failed;
  return [code, kind, originalCode, ...causes(cause, depth + 1), ...causes(meta?.driverAdapterError, depth + 1)];
};
/** What pg and its pool say, without any code, of a connection that broke. */
const BROKEN_CONNECTION = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether an error says that Postgres does not answer, so that the same call may succeed later. */
export const isDatabaseAway = (error: unknown): boolean =>
  (error instanceof Error && BROKEN_CONNECTION.test(error.message)) ||
  causes(error).some((code) => typeof code === 'string' && DATABASE_AWAY.has(code)) ||
  (error instanceof Error && error.name === 'PrismaClientInitializationError');

/** Postgres' own codes; Prisma's (`P2010`) look the same and say less. */
const SQLSTATE = /^(?!P[12]\d{3}$)[0-9A-Z]{5}$/;

/** What an error calls itself, without the values it quotes: Postgres' own code (`22003`) where there is one, else the error's name. */
export const codeOf = (error: unknown): string =>
  causes(error).find((code): code is string => typeof code === 'string' && SQLSTATE.test(code)) ??
  (error instanceof Error ? error.name : typeof error);
