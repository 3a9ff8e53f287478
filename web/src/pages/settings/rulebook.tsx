import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../api/route-types';
import { rulebookQuery } from '../../api/setting-queries';
import { Failed } from '../../shell/failed';
import { Skeleton } from '../../task/panes';
import { useLanguage } from '../../words/language';
import { useWords } from '../../words/words';
import { RULEBOOK_WORDS } from './rulebook-words';
import '../../ui/card.css';
import '../../ui/input.css';
import './rulebook.css';

type Book = Answer<'GET /rulebook'>['books'][number];
type Rule = Book['rules'][number];

/** The numbers by which orders live, beside their clauses: read here, changed in the program. */
export default function Rulebook() {
  const words = useWords(RULEBOOK_WORDS);
  const { data, error, refetch } = useQuery(rulebookQuery());
  const [sought, find] = useState('');
  return (
    <>
      <h2>{words.title}</h2>
      <p className="settings-quiet">{words.about}</p>
      <input
        className="input"
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        value={sought}
        onChange={(event) => find(event.target.value)}
      />
      {data ? (
        data.books.map((book) => <OneBook key={book.kind} book={book} sought={sought} />)
      ) : error ? (
        <Failed error={error} again={() => void refetch()} />
      ) : (
        <Skeleton />
      )}
    </>
  );
}

function OneBook({ book: { version, rules, held }, sought }: { readonly book: Book; readonly sought: string }) {
  const words = useWords(RULEBOOK_WORDS);
  const found = rules.map((rule) => matching(rule, sought.trim().toLowerCase())).filter(({ clauses }) => clauses.length > 0);
  const otherwise = held.filter((one) => one.version !== version);
  return (
    <section className="rulebook" aria-label={words.version(version)}>
      <p>
        <b>{words.version(version)}</b> {otherwise.length === 0 && words.allHold}
        {otherwise.map((one) => words.othersHold(String(one.orders), one.version)).join(' ')}
      </p>
      {found.length === 0 && <p className="settings-quiet">{words.nothing}</p>}
      {found.map((rule) => (
        <OneRule key={rule.id} rule={rule} />
      ))}
    </section>
  );
}

/** A rule with those of its clauses in which something stands: all, where it is called so itself. */
function matching(rule: Rule, sought: string): Rule {
  if (rule.id.toLowerCase().includes(sought)) return rule;
  return {
    ...rule,
    clauses: rule.clauses.filter(({ zh, en, value }) => [zh, en, value].some((text) => text.toLowerCase().includes(sought))),
  };
}

function OneRule({ rule: { id, clauses } }: { readonly rule: Rule }) {
  const words = useWords(RULEBOOK_WORDS);
  const language = useLanguage();
  return (
    <section className="card rulebook-rule" aria-label={id}>
      <h3>{id}</h3>
      <dl>
        {clauses.map(({ name, zh, en, value, source }) => (
          <div key={name}>
            <dt>
              {language === 'zh' ? zh : en}
              <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{language === 'zh' ? en : zh}</span>
            </dt>
            <dd>
              <b>{value}</b> <span>{words[source]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
