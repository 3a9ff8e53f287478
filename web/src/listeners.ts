/** Whoever wants to hear that something has changed. */
export interface Listeners {
  /** Answers how to stop hearing; what `useSyncExternalStore` subscribes with. */
  readonly listen: (hear: () => void) => () => void;
  readonly tell: () => void;
}

export function createListeners(): Listeners {
  const hearing = new Set<() => void>();
  return {
    listen(hear) {
      hearing.add(hear);
      return () => hearing.delete(hear);
    },
    tell() {
      for (const hear of hearing) hear();
    },
  };
}
