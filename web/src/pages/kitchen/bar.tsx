import { Link } from '@tanstack/react-router';
import { Bell, BellOff, ListTodo, SprayCan, Users } from 'lucide-react';
import type { Answer } from '../../api/route-types';
import { useMe } from '../../shell/me';
import { signOut } from '../../shell/sign-out';
import { shopNow } from '../../time/shop-clock';
import { showDate } from '../../time/time';
import { Button } from '../../ui/button';
import { Totals } from '../../ui/totals';
import '../../ui/views.css';
import { useLanguage } from '../../words/language';
import { useWords } from '../../words/words';
import { ALL, type KitchenSearch } from './search';
import { KITCHEN_WORDS } from './words';

interface BarProps {
  readonly board: Answer<'GET /boards/kitchen'> | undefined;
  readonly search: KitchenSearch;
  readonly sound: readonly [isOn: boolean, set: (on: boolean) => void];
  readonly wipe: () => void;
}

/** Above the tiles: whose work, which day, who is here, how much there is to make, and what the screen itself can do. */
export function Bar({ board, search, sound: [isOn, setSound], wipe }: BarProps) {
  const words = useWords(KITCHEN_WORDS);
  const language = useLanguage();
  const { staff } = useMe();
  const benches = [{ id: undefined, title: words.mine }, { id: ALL, title: words.all }, ...(board?.benches ?? [])];
  return (
    <header className="kitchen-bar">
      <nav className="filters-views" aria-label={words.bench}>
        {benches.map(({ id, title }) => (
          <Link
            key={title}
            to="/kitchen"
            search={({ bench: _bench, ...from }) => ({ ...from, ...(id !== undefined && { bench: id }) })}
            activeOptions={{ exact: true }} // an address that says less is another bench
            className="filters-view"
            {...(search.bench === id && { 'aria-current': 'page' as const })}
          >
            {title}
          </Link>
        ))}
      </nav>
      <div className="kitchen-tools">
        {board && <b>{showDate(board.date, language, shopNow())}</b>}
        <span>{staff.name}</span>
        <Button onPress={() => void signOut('/kitchen')}>
          <Users size={20} aria-hidden="true" /> {words.switchPerson}
        </Button>
        <Button onPress={() => setSound(!isOn)} aria-pressed={isOn} look={isOn ? 'main' : 'quiet'}>
          {isOn ? <Bell size={20} aria-hidden="true" /> : <BellOff size={20} aria-hidden="true" />} {words.sound}
        </Button>
        <Button onPress={wipe}>
          <SprayCan size={20} aria-hidden="true" /> {words.wipe}
        </Button>
        <Link to="/tasks" className="button">
          <ListTodo size={20} aria-hidden="true" /> {words.toTasks}
        </Link>
      </div>
      {board && board.totals.length > 0 && <Totals label={words.toMake} totals={board.totals} />}
    </header>
  );
}
