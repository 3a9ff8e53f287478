import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { SHELL_WORDS } from '../words/shell.words';
import { useWords } from '../words/words';
import { useMe } from './me';
import { RAIL } from './rail.rows';
import './rail.css';

/** How many a telephone has room for beside "more". */
const AT_HAND = 4;

/** Where else to go: what this person may use and nothing else, the page that their day begins at first. */
export function Rail() {
  const words = useWords(SHELL_WORDS);
  const { may, home } = useMe();
  const [isWhole, setWhole] = useState(false);
  const rows = RAIL.filter(({ needs }) => needs === undefined || may.includes(needs));
  const sorted = [...rows.filter(({ to }) => to === home), ...rows.filter(({ to }) => to !== home)];
  return (
    <nav className="rail" aria-label={words.menu} data-whole={isWhole}>
      {sorted.map(({ to, name, icon: Icon }, place) => (
        <Link key={to} to={to} className={place < AT_HAND ? 'rail-link' : 'rail-link rail-rest'} onClick={() => setWhole(false)}>
          <Icon size={20} aria-hidden="true" />
          {words[name]}
        </Link>
      ))}
      {sorted.length > AT_HAND && (
        <button type="button" className="rail-link rail-more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          <Ellipsis size={20} aria-hidden="true" />
          {words.more}
        </button>
      )}
    </nav>
  );
}
