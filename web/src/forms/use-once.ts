import { useRef, useState } from 'react';
import { Refused, type Problem } from '../api/problems';
import type { Values } from './schema';

interface Once {
  /** Why the last try was not taken. */
  readonly problem: Problem | null;
  /** No answer came: whether it was taken nobody knows, and it may be sent again. */
  readonly isUnsure: boolean;
  readonly send: (answer: Values) => void;
}

/** Something that is done once, however often it is sent: what gets no answer goes out again under the same key. It is never kept for later. */
export function useOnce(act: (answer: Values, key: string) => Promise<void>): Once {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isUnsure, setUnsure] = useState(false);
  const key = useRef(crypto.randomUUID());
  const isSending = useRef(false);

  const send = async (answer: Values): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    setUnsure(false);
    try {
      await act(answer, key.current);
    } catch (error) {
      if (!(error instanceof Refused)) return setUnsure(true);
      key.current = crypto.randomUUID(); // what was refused is mended, and is another thing then
      setProblem(error.problem);
    } finally {
      isSending.current = false;
    }
  };
  return { problem, isUnsure, send: (answer) => void send(answer) };
}
