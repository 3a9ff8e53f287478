import { CircleAlert } from 'lucide-react';
import type { Stop } from '../api/route-types';
import { inBoth, useWords } from '../words/words';
import './lateness.css';

const WORDS = inBoth({
  zh: { promise: '已过约定时间', departure: '该出发了，还没走' },
  en: { promise: 'The promised hour has passed', departure: 'It should have left by now' },
});

/** What has passed of an order that has not arrived; nothing where nothing has. */
export function Lateness({ late }: { readonly late: Stop['late'] }) {
  const words = useWords(WORDS);
  if (late === null) return null;
  return (
    <span className="lateness">
      <CircleAlert size={18} aria-hidden="true" /> {words[late]}
    </span>
  );
}
