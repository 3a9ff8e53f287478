import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { settingQuery, type Entry, type Setting } from '../../api/setting-queries';
import type { Field } from '../../forms/schema';
import { Failed } from '../../shell/failed';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/sheet';
import { useWords } from '../../words/words';
import { EntryForm } from './entry-form';
import { NEW_ENTRY } from './search';
import { SETTINGS_WORDS } from './words';
import '../../ui/card.css';

const page = getRouteApi('/settings/$setting');

/** One setting: its only entry with its form, or the list of its entries, each opened over it. */
export function SettingPart({ setting }: { readonly setting: Setting }) {
  const words = useWords(SETTINGS_WORDS);
  const { data, error, refetch } = useQuery(settingQuery(setting.name));
  const [saves, setSaves] = useState(0);
  if (!data) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  const form = data.form as Field;
  const [only] = data.items;
  const saved = (): void => setSaves(saves + 1);
  return (
    <>
      <h2>{setting.title}</h2>
      {saves > 0 && <Notice>{words.saved}</Notice>}
      {only && data.items.length === 1 && !setting.may.includes('add') ? (
        <EntryForm key={saves} setting={setting} entry={only} form={form} named={data.named} done={saved} />
      ) : (
        <Entries setting={setting} items={data.items} form={form} named={data.named} done={saved} />
      )}
    </>
  );
}

interface EntriesProps {
  readonly setting: Setting;
  readonly items: readonly Entry[];
  readonly form: Field;
  readonly named: readonly string[];
  readonly done: () => void;
}

function Entries({ setting, items, form, named, done }: EntriesProps) {
  const words = useWords(SETTINGS_WORDS);
  const { entry: open } = page.useSearch();
  const navigate = page.useNavigate();
  const entry = items.find(({ id }) => id === open);
  const close = (): void => void navigate({ search: {}, replace: true, resetScroll: false });
  const closeDone = (): void => {
    done();
    close();
  };
  return (
    <>
      {setting.may.includes('add') && (
        <Link className="button button-main settings-add" from="/settings/$setting" search={{ entry: NEW_ENTRY }}>
          {words.add}
        </Link>
      )}
      {items.length === 0 ? (
        <p className="settings-quiet">{words.nothing}</p>
      ) : (
        <ul className="card card-rows">
          {items.map(({ id, title }) => (
            <li key={id}>
              <Link className="settings-entry" from="/settings/$setting" search={{ entry: id }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {(entry !== undefined || open === NEW_ENTRY) && (
        <Sheet title={`${setting.title} · ${entry?.title ?? words.isNew}`} close={close}>
          <EntryForm key={open} setting={setting} entry={entry ?? null} form={form} named={named} done={closeDone} />
        </Sheet>
      )}
    </>
  );
}
