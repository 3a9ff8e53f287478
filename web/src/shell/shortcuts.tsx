import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Sheet } from '../ui/sheet';
import { SHELL_WORDS } from '../words/shell.words';
import { useWords } from '../words/words';
import { useMe } from './me';
import { RAIL } from './rail.rows';
import { SHORTCUT_WORDS } from './shortcuts.words';
import './shortcuts.css';

/** Real milliseconds in which the letter of a page follows the `g`. */
const FOLLOWS_MS = 1_500;

/** Whether a key belongs to what is being filled in, or to what lies over the page. */
const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=spinbutton], [role=radiogroup]') !== null) ||
  document.querySelector('[role=dialog]') !== null;

/** Keys that hold on every page: `g` and a letter go to a page, `/` finds, `?` tells them all, and a letter presses what is marked with it (`data-key`). */
export default function Shortcuts() {
  const words = useWords(SHORTCUT_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { may } = useMe();
  const navigate = useNavigate();
  const [isTold, setTold] = useState(false);
  const wentAt = useRef(-Infinity);
  const rows = RAIL.filter(({ needs }) => needs === undefined || may.includes(needs));

  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      if (act(event.key, event.timeStamp)) event.preventDefault();
    };
    const act = (key: string, at: number): boolean => {
      const goes = at - wentAt.current < FOLLOWS_MS;
      wentAt.current = key === 'g' ? at : -Infinity;
      if (key === '?') setTold(true);
      else if (goes) return goTo(key);
      else if (key === '/') return press('[data-find]', (found) => found.focus());
      else return /^[a-z]$/.test(key) && press(`[data-key="${key}"]`, (found) => found.click());
      return true;
    };
    const goTo = (key: string): boolean => {
      const row = rows.find((one) => one.key === key);
      if (row) void navigate({ to: row.to });
      return row !== undefined;
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  });

  if (!isTold) return null;
  const told: readonly (readonly [keys: string, what: string])[] = [
    ...rows.flatMap(({ key, name }) => (key === undefined ? [] : [[`g ${key}`, shell[name]] as const])),
    ['/', words.find],
    ['j k', words.rows],
    ['c', words.claim],
    ['r', words.handOn],
    ['w', words.why],
    ['Ctrl Enter', words.answer],
    ['Esc', words.back],
    ['?', words.keys],
  ];
  return (
    <Sheet title={words.title} close={() => setTold(false)}>
      <dl className="shortcuts">
        {told.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

/** Does something with what a key stands for; whether there is anything. */
function press(selector: string, act: (found: HTMLElement) => void): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  if (found) act(found);
  return found !== null;
}
