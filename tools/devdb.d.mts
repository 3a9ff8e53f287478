export interface RunningPg {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}
export interface PgOptions {
  readonly db?: string;
  readonly dir?: string;
  readonly port?: number;
  readonly flags?: readonly string[];
  readonly log?: (line: string) => void;
}
export function startPg(options?: PgOptions): Promise<RunningPg>;
