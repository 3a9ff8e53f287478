import { clear, createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/** What this device keeps for somebody. A browser that keeps nothing (private windows) works as well, until its page is closed. */
export interface Kept<V> {
  readonly get: (key: string) => Promise<V | undefined>;
  readonly put: (key: string, value: V) => Promise<void>;
  readonly drop: (key: string) => Promise<void>;
  readonly all: () => Promise<[string, V][]>;
  readonly clear: () => Promise<void>;
}

/** One box of this device's database. */
export function keptIn<V>(name: string): Kept<V> {
  const memory = new Map<string, V>();
  let store: UseStore | null = null;
  const box = (): UseStore => (store ??= createStore(`levain-${name}`, name));
  const orInMemory = <T>(kept: () => Promise<T>, remembered: () => T): Promise<T> => Promise.resolve().then(kept).catch(remembered);
  return {
    get: (key) =>
      orInMemory(
        () => get<V>(key, box()),
        () => memory.get(key),
      ),
    put: (key, value) =>
      orInMemory(
        () => set(key, value, box()),
        () => void memory.set(key, value),
      ),
    drop: (key) =>
      orInMemory(
        () => del(key, box()),
        () => void memory.delete(key),
      ),
    all: () =>
      orInMemory(
        () => entries<string, V>(box()),
        () => [...memory],
      ),
    clear: () =>
      orInMemory(
        () => clear(box()),
        () => memory.clear(),
      ),
  };
}
