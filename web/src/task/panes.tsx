import type { ReactNode } from 'react';
import './panes.css';

interface PanesProps {
  readonly listLabel: string;
  readonly list: ReactNode;
  readonly oneLabel: string;
  readonly one: ReactNode;
  /** Whether one of the list is open: a telephone shows it in the list's place. */
  readonly isOpen: boolean;
}

/** Tasks, and the one of them that is open beside them. */
export function Panes({ listLabel, list, oneLabel, one, isOpen }: PanesProps) {
  return (
    <div className={isOpen ? 'tasks tasks-open' : 'tasks'}>
      <section className="tasks-list" aria-label={listLabel}>
        {list}
      </section>
      <section className="tasks-one" aria-label={oneLabel}>
        {one}
      </section>
    </div>
  );
}

/** What stands there while a list comes; seen only when that takes a while. */
export function Skeleton() {
  return (
    <div className="skeleton" aria-hidden="true">
      {[0, 1, 2, 3].map((n) => (
        <div key={n} className="skeleton-line" />
      ))}
    </div>
  );
}
