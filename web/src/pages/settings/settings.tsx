import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { settingsQuery } from '../../api/setting-queries';
import { Failed } from '../../shell/failed';
import { useMe } from '../../shell/me';
import { useWords } from '../../words/words';
import { SECTIONS } from './sections';
import { SettingPart } from './setting-part';
import { SETTINGS_WORDS } from './words';
import './settings.css';

/** What the store says of itself and this person may look at or change: what there is says the API. */
export default function Settings() {
  const words = useWords(SETTINGS_WORDS);
  const { may } = useMe();
  const { setting: asked } = useParams({ strict: false });
  const { data: settings, error, refetch } = useQuery(settingsQuery());
  const sections = SECTIONS.filter(({ needs }) => may.includes(needs));
  const section = sections.find(({ id }) => id === asked);
  const setting = settings?.find(({ name }) => name === asked);
  const title = section ? words[section.name] : setting?.title;
  useEffect(() => {
    document.title = `${title ?? words.title} · Levain`;
  }, [title, words]);
  if (!settings) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <div className="settings" data-chosen={asked !== undefined}>
      <nav className="settings-list" aria-label={words.all}>
        <h1>{words.title}</h1>
        {sections.map(({ id, name }) => (
          <Link key={id} to="/settings/$setting" params={{ setting: id }} search={{}}>
            {words[name]}
          </Link>
        ))}
        {settings.map(({ name, title: called }) => (
          <Link key={name} to="/settings/$setting" params={{ setting: name }} search={{}}>
            {called}
          </Link>
        ))}
      </nav>
      <section className="settings-part" aria-label={title ?? words.title}>
        {asked !== undefined && (
          <Link className="settings-back" to="/settings">
            {words.all}
          </Link>
        )}
        {section && (
          <Suspense>
            <section.Page />
          </Suspense>
        )}
        {setting && <SettingPart key={setting.name} setting={setting} />}
        {!title && <p className="settings-quiet">{words.choose}</p>}
      </section>
    </div>
  );
}
