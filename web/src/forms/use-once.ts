import { useRef, useState } from 'react';
import { Refused, Unanswered, type Problem } from '../api/problems';
import type { Values } from './schema';

/** How often it goes out again by itself while its person looks on, and real milliseconds before that where the shop does not say. */
const TRIES_AGAIN = 2;
const TRY_AFTER_MS = 1_000;

interface Once {
  /** Why the last try was not taken. */
  readonly problem: Problem | null;
  /** No answer came: whether it was taken nobody knows, and it may be sent again. */
  readonly isUnsure: boolean;
  /** It is on its way, and is not sent a second time. */
  readonly isSending: boolean;
  /** What was sent last. */
  readonly sent: Values | null;
  readonly send: (answer: Values) => void;
  /** Forgets the last try: its person has read what became of it. */
  readonly forget: () => void;
}

/** Something that is done once, however often it is sent: what gets no answer goes out again under the same key. It is never kept for later. */
export function useOnce(act: (answer: Values, key: string) => Promise<void>): Once {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isUnsure, setUnsure] = useState(false);
  const [isSending, setSending] = useState(false);
  const [sent, setSent] = useState<Values | null>(null);
  const last = useRef({ said: '', key: '' });
  const busy = useRef(false);

  /** The same thing has the same key, for it may have been taken although nobody said so; another thing has another. */
  const keyOf = (answer: Values): string => {
    const said = JSON.stringify(answer);
    if (said !== last.current.said) last.current = { said, key: crypto.randomUUID() };
    return last.current.key;
  };

  const send = async (answer: Values): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setUnsure(false);
    setSending(true);
    setSent(answer);
    try {
      await patiently(() => act(answer, keyOf(answer)));
    } catch (error) {
      if (!(error instanceof Refused)) return setUnsure(true);
      last.current = { said: '', key: '' }; // what was refused may be taken another time, and is another try then
      setProblem(error.problem);
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  return { problem, isUnsure, isSending, sent, send: (answer) => void send(answer), forget: () => setProblem(null) };
}

/** Tries some times where no answer comes. */
async function patiently(act: () => Promise<void>): Promise<void> {
  for (let again = 0; ; again++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Unanswered) || again === TRIES_AGAIN) throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs ?? TRY_AFTER_MS));
    }
  }
}
