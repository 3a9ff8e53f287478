import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { endSession, sessionsQuery, type Session } from '../../api/people-queries';
import { Failed } from '../../shell/failed';
import { useWhen } from '../../shell/me';
import { WhyNot } from '../../shell/why-not';
import { shopNow } from '../../time/shop-clock';
import { showInstant } from '../../time/time';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/words';
import { PEOPLE_WORDS } from './people-words';
import { Sure } from './sure';

/** Sessions that have not ended, each with a way to end it. */
export function Sessions({ whose }: { readonly whose: 'own' | 'all' }) {
  const words = useWords(PEOPLE_WORDS);
  const list = useInfiniteQuery(sessionsQuery(whose));
  if (!list.data) return list.error ? <Failed error={list.error} again={() => void list.refetch()} /> : null;
  const sessions = list.data.pages.flatMap(({ items }) => items);
  return (
    <section aria-label={words.sessions}>
      <h3>{words.sessions}</h3>
      {sessions.length === 0 ? (
        <p className="settings-quiet">{words.noSessions}</p>
      ) : (
        <ul className="card card-rows">
          {sessions.map((session) => (
            <OneSession key={session.id} session={session} isNamed={whose === 'all'} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

interface OneSessionProps {
  readonly session: Session;
  /** It may be anybody's. */
  readonly isNamed: boolean;
}

function OneSession({ session: { id, staff, device, begunAt, lastUsedAt, current }, isNamed }: OneSessionProps) {
  const words = useWords(PEOPLE_WORDS);
  const when = useWhen();
  const end = useMutation({ mutationFn: () => endSession(id) });
  const said = (instant: string): string => showInstant(instant, when, shopNow());
  return (
    <li className="settings-row">
      <div>
        <p>
          {isNamed && <b>{staff.name} </b>}
          {device ?? words.unknownDevice} {current && <b>({words.current})</b>}
        </p>
        <p className="settings-quiet">
          {words.began(said(begunAt))} · {words.used(said(lastUsedAt))}
        </p>
        {end.error && (
          <Notice tone="wrong">
            <WhyNot error={end.error} />
          </Notice>
        )}
      </div>
      {!current && <Sure label={words.end} sure={words.endSure} isPending={end.isPending} act={() => end.mutate()} />}
    </li>
  );
}
