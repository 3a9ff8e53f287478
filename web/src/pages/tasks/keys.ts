import { useEffect } from 'react';
import type { TaskLine } from '../../api/route-types';

/** Whether a key belongs to what is being filled in. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role=spinbutton], [role=radiogroup], [role=dialog]') !== null;

/** `j` and `k` go down and up the list, Escape closes; what holds on every page is heard by the shell. */
export function useKeys(rows: readonly TaskLine[], chosen: string | undefined, open: (task: string | undefined) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const at = rows.findIndex(({ id }) => id === chosen);
      if (event.key === 'j') open(rows[Math.min(at + 1, rows.length - 1)]?.id);
      else if (event.key === 'k') open(rows[Math.max(at - 1, 0)]?.id);
      else if (event.key === 'Escape' && chosen !== undefined) open(undefined);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [rows, chosen, open]);
}
