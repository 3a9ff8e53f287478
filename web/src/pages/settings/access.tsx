import { useMutation, useQuery } from '@tanstack/react-query';
import { givePassword } from '../../api/people-queries';
import { peopleQuery } from '../../api/queries';
import { Failed } from '../../shell/failed';
import { WhyNot } from '../../shell/why-not';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/words';
import { PEOPLE_WORDS } from './people-words';
import { Sessions } from './sessions';
import { Sure } from './sure';
import '../../ui/card.css';

/** Who is signed in on what, and a way in for whoever is new or has forgotten their password. */
export default function Access() {
  const words = useWords(PEOPLE_WORDS);
  const { data: names, error, refetch } = useQuery(peopleQuery());
  if (!names) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <>
      <h2>{words.access}</h2>
      <ul className="card card-rows">
        {Object.entries(names).map(([id, name]) => (
          <Person key={id} id={id} name={name} />
        ))}
      </ul>
      <Sessions whose="all" />
    </>
  );
}

function Person({ id, name }: { readonly id: string; readonly name: string }) {
  const words = useWords(PEOPLE_WORDS);
  const give = useMutation({ mutationFn: () => givePassword(id) });
  return (
    <li className="settings-row">
      <div>
        <p>{name}</p>
        {give.data !== undefined && (
          <Notice>
            <p>{words.given(name)}</p>
            <p className="settings-secret">{give.data}</p>
          </Notice>
        )}
        {give.error && (
          <Notice tone="wrong">
            <WhyNot error={give.error} />
          </Notice>
        )}
      </div>
      <Sure label={words.give} sure={words.giveSure} isPending={give.isPending} act={() => give.mutate()} />
    </li>
  );
}
