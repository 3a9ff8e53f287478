import { useEffect, useState } from 'react';

/** Real milliseconds after the last stroke at which the API is asked what would follow. */
export const ASK_AFTER_MS = 250;

/** A value once it has stood still for so long, in real milliseconds. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
