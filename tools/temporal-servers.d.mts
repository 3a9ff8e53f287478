export interface TemporalServers {
  /** Path of the Temporal CLI, whose `server start-dev` is the dev server. */
  readonly cli: string;
  /** Path of the time-skipping test server. */
  readonly testServer: string;
}
export interface ResolveOptions {
  /** Hears a line about each step that takes time. */
  readonly log?: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
  readonly cacheDir?: string;
}
/** @throws an Error listing every step tried and what to do. */
export function resolveTemporal(options?: ResolveOptions): Promise<TemporalServers>;
export function pinnedVersion(wheel: string): string;
export function isAtLeast(a: string, b: string): boolean;
