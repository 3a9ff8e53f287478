import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { signInsQuery, type SignInTry } from '../../api/people-queries';
import { Failed } from '../../shell/failed';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { showInstant } from '../../time/time';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { PEOPLE_WORDS } from './people-words';
import '../../ui/card.css';

/** Who signed in or tried to, the latest first. */
export default function SignIns() {
  const words = useWords(PEOPLE_WORDS);
  const [failed, setFailed] = useState(false);
  const list = useInfiniteQuery(signInsQuery(failed));
  const [first] = list.data?.pages ?? [];
  return (
    <>
      <h2>{words.signIns}</h2>
      <p className="settings-quiet">{words.kept}</p>
      <ToggleButton className="button settings-add" isSelected={failed} onChange={setFailed}>
        {words.onlyFailed}
      </ToggleButton>
      {!first && list.error && <Failed error={list.error} again={() => void list.refetch()} />}
      {first && <p role="status">{words.failedOfLate(first.failedOfLate)}</p>}
      {first && <Tries tries={(list.data?.pages ?? []).flatMap(({ items }) => items)} />}
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function Tries({ tries }: { readonly tries: readonly SignInTry[] }) {
  const words = useWords(PEOPLE_WORDS);
  const when = useWhen();
  if (tries.length === 0) return <p className="settings-quiet">{words.noTries}</p>;
  return (
    <ul className="card card-rows">
      {tries.map(({ id, at, title, failed, staff, device, network }) => (
        <li key={id}>
          <p>
            {failed && <CircleAlert className="settings-failed" size={18} aria-hidden="true" />} <b>{staff?.name ?? words.nobody}</b>{' '}
            {title}
          </p>
          <p className="settings-quiet">
            {[showInstant(at, when, shopNow()), device ?? words.unknownDevice, network].filter((part) => part !== null).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
