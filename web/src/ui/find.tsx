import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Input, TextField } from 'react-aria-components/TextField';
import './find.css';
import './input.css';

/** Real milliseconds after the last stroke at which it is looked for. */
const FIND_AFTER_MS = 250;

interface FindProps {
  readonly label: string;
  /** What is looked for now. */
  readonly q: string;
  readonly find: (q: string) => void;
  /** Which keys a telephone shows. */
  readonly inputMode?: 'numeric' | 'search';
}

/** Where one types to find something in a list. `/` leads here. */
export function Find({ label, q, find, inputMode = 'search' }: FindProps) {
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed === q) return;
    const timer = setTimeout(() => find(typed.trim()), FIND_AFTER_MS);
    return () => clearTimeout(timer);
    // only what is typed sets it off
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return (
    <TextField value={typed} onChange={setTyped} aria-label={label} className="find" type="search">
      <Search size={18} aria-hidden="true" />
      <Input className="input" placeholder={label} inputMode={inputMode} data-find />
    </TextField>
  );
}
