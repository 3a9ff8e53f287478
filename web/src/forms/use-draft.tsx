import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { draftOf, keepDraft } from '../keep/drafts';
import type { Field, Values } from './schema';
import { DraftNote } from './draft-note';
import { resumed, startOf } from './values';

/** Real milliseconds after the last stroke at which a draft is kept. */
const KEEP_AFTER_MS = 400;

interface DraftState {
  readonly values: Values;
  readonly change: (next: Values) => void;
  /** Keeps the last strokes at once: the form is being sent, and nothing of it is to be kept afterwards. */
  readonly keep: () => void;
  /** Tells that a draft is kept, and lets it be thrown away. */
  readonly keptAt: ReactNode;
}

/** What stands in a form: what somebody had begun to write on this device, else what the order says. Every stroke is kept. */
export function useDraft(staffId: string, thing: string, form: Field): DraftState {
  const [values, setValues] = useState<Values>(() => startOf(form) as Values);
  const [at, setAt] = useState<number | null>(null);
  const unkept = useRef<Values | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback((): void => {
    clearTimeout(timer.current);
    const { current: draft } = unkept;
    if (!draft) return;
    unkept.current = null;
    const now = Date.now();
    void keepDraft(staffId, thing, { data: draft, at: now }).then(() => setAt(now));
  }, [staffId, thing]);

  useEffect(() => {
    let gone = false;
    void draftOf(staffId, thing).then((draft) => {
      if (gone || !draft || unkept.current) return;
      setValues(resumed(form, draft.data));
      setAt(draft.at);
    });
    window.addEventListener('pagehide', keep);
    return () => {
      gone = true;
      window.removeEventListener('pagehide', keep);
      keep();
    };
    // the draft of a thing is read once, when it is opened
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [keep]);

  const change = (next: Values): void => {
    setValues(next);
    unkept.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, KEEP_AFTER_MS);
  };
  const throwAway = (): void => {
    clearTimeout(timer.current);
    unkept.current = null;
    setAt(null);
    setValues(startOf(form) as Values);
  };
  return { values, change, keep, keptAt: at !== null && <DraftNote staffId={staffId} thing={thing} at={at} throwAway={throwAway} /> };
}
