import { spawn } from 'node:child_process';
import { compiled } from './project';
import { identityOf } from './process-identity';

/**
 * Postgres and Temporal do not notice that we died. The warden does: one small process that holds the other end of a pipe and, when
 * it closes, stops whatever we had not stopped ourselves. So even `kill -9` of the start leaves no process.
 */
export interface Warden {
  watch(pid: number, stopSignal: NodeJS.Signals, graceMs: number): void;
  forget(pid: number): void;
  /** Lets it go; resolves when it has gone. */
  dismiss(): Promise<void>;
}

/** What is told to the warden, one JSON line each. */
export type WardenWord =
  | { readonly watch: number; readonly identity: string | null; readonly stopSignal: NodeJS.Signals; readonly graceMs: number }
  | { readonly forget: number };

export function startWarden(): Warden {
  const child = spawn(process.execPath, [compiled('../local-shop/warden.js')], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  child.stdin.on('error', () => undefined); // a warden that was killed must not take the shop with it
  child.unref();
  const tell = (word: WardenWord): void => {
    child.stdin.write(JSON.stringify(word) + '\n');
  };
  return {
    watch: (pid, stopSignal, graceMs) => tell({ watch: pid, identity: identityOf(pid), stopSignal, graceMs }),
    forget: (pid) => tell({ forget: pid }),
    async dismiss() {
      child.ref();
      child.stdin.end();
      await gone;
    },
  };
}
