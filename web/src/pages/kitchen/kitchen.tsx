import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { kitchenQuery } from '../../api/board-queries';
import { Failed } from '../../shell/failed';
import { TaskSheet } from '../../task/task-sheet';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/words';
import { Bar } from './bar';
import { Done } from './done';
import { askedBy } from './search';
import { useSound } from './sound';
import { Tile } from './tile';
import { Wipe } from './wipe';
import { KITCHEN_WORDS } from './words';
import './kitchen.css';

const page = getRouteApi('/kitchen');

/** What is to be made, for whoever stands at a bench with flour on their hands: tiles by promise, large, live, and nothing that acts by one touch. */
export default function Kitchen() {
  const words = useWords(KITCHEN_WORDS);
  const search = page.useSearch();
  const { data: board, error, refetch } = useQuery(kitchenQuery(askedBy(search)));
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState<{ readonly id: string; readonly title: string } | null>(null);
  const [isWiping, setWiping] = useState(false);
  const steps = useMemo(() => board?.tiles.flatMap(({ tasks }) => tasks.map(({ id }) => id)), [board]);
  const sound = useSound({ of: JSON.stringify(search), steps });
  const wiped = useCallback(() => setWiping(false), []);
  useEffect(() => {
    document.title = `${words.title} · Levain`;
  }, [words]);
  return (
    <section className="kitchen" aria-label={words.title}>
      <h1 className="unseen">{words.title}</h1>
      <Bar board={board} search={search} sound={sound} wipe={() => setWiping(true)} />
      {error && !board && <Failed error={error} again={() => void refetch()} />}
      {board?.more && <Notice>{words.more}</Notice>}
      {board && (
        <div className="kitchen-board">
          <div className="kitchen-tiles">
            {board.tiles.length === 0 && <p className="kitchen-empty">{words.nothing}</p>}
            {board.tiles.map((tile) => (
              <Tile
                key={tile.number}
                tile={tile}
                chosen={chosen}
                press={({ id }) => (id === chosen ? setOpened({ id, title: `${tile.title} #${tile.number}` }) : setChosen(id))}
              />
            ))}
          </div>
          <Done done={board.done} />
        </div>
      )}
      {opened && (
        <TaskSheet
          {...opened}
          close={() => {
            setOpened(null);
            setChosen(null);
          }}
        />
      )}
      {isWiping && <Wipe over={wiped} />}
    </section>
  );
}
