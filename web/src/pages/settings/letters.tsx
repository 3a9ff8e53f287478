import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/route-types';
import { letterPreviewQuery, lettersQuery } from '../../api/setting-queries';
import { Failed } from '../../shell/failed';
import { Skeleton } from '../../task/panes';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/sheet';
import { useWords } from '../../words/words';
import { LETTERS_WORDS } from './letters-words';
import '../../ui/card.css';
import './letters.css';

const page = getRouteApi('/settings/$setting');
type Letter = Answer<'GET /letters'>['items'][number];

/** What the shop writes to people, and how each letter would read. */
export default function Letters() {
  const words = useWords(LETTERS_WORDS);
  const { data, error, refetch } = useQuery(lettersQuery());
  const { entry } = page.useSearch();
  const navigate = page.useNavigate();
  if (!data) return error ? <Failed error={error} again={() => void refetch()} /> : <Skeleton />;
  const open = data.find(({ name }) => name === entry);
  return (
    <>
      <h2>{words.title}</h2>
      <ul className="card card-rows">
        {data.map((letter) => (
          <OneLetter key={letter.name} letter={letter} />
        ))}
      </ul>
      {open && (
        <Sheet title={open.title} close={() => void navigate({ search: {}, replace: true, resetScroll: false })}>
          <Preview name={open.name} />
        </Sheet>
      )}
    </>
  );
}

function OneLetter({ letter: { name, title, recipient, channels, rules, urgent } }: { readonly letter: Letter }) {
  const words = useWords(LETTERS_WORDS);
  return (
    <li>
      <Link className="settings-entry" from="/settings/$setting" search={{ entry: name }}>
        {title}
      </Link>
      <p className="settings-quiet">
        {[words[recipient], ...channels.map((channel) => words[channel]), ...rules, ...(urgent ? [words.urgent] : [])].join(' · ')}
      </p>
    </li>
  );
}

const LANGUAGES = ['zh-CN', 'en'] as const;

/** The letter with invented facts, in either language of its readers. */
function Preview({ name }: { readonly name: string }) {
  const words = useWords(LETTERS_WORDS);
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>('zh-CN');
  const { data, error, refetch } = useQuery(letterPreviewQuery(name, language));
  return (
    <div className="letter-preview">
      <p className="settings-quiet">{words.invented}</p>
      <div role="group" aria-label={words.language}>
        {LANGUAGES.map((one) => (
          <Button key={one} look={one === language ? 'main' : 'quiet'} aria-pressed={one === language} onPress={() => setLanguage(one)}>
            {words[one]}
          </Button>
        ))}
      </div>
      {data ? (
        <article lang={language}>
          <h3>{data.subject}</h3>
          <pre>{data.text}</pre>
          {data.sms !== null && (
            <>
              <h3>{words.sms}</h3>
              <pre>{data.sms}</pre>
            </>
          )}
        </article>
      ) : error ? (
        <Failed error={error} again={() => void refetch()} />
      ) : (
        <Skeleton />
      )}
    </div>
  );
}
