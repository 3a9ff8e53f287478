import { useMemo, useState } from 'react';
import { removeEntry, saveEntry, type Entry, type Setting } from '../../api/setting-queries';
import { Form } from '../../forms/form';
import type { Field, Values } from '../../forms/schema';
import { useDraft } from '../../forms/use-draft';
import { useOnce } from '../../forms/use-once';
import { dropDraft } from '../../keep/drafts';
import { useMe } from '../../shell/me';
import { Remedy } from '../../shell/why-not';
import { codeOf } from '../../api/problems';
import { Said } from '../../task/said';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/words';
import { Edits } from './edits';
import { NEW_ENTRY } from './search';
import { Sure } from './sure';
import { SETTINGS_WORDS } from './words';

interface EntryFormProps {
  readonly setting: Setting;
  /** Null: a new one. */
  readonly entry: Entry | null;
  readonly form: Field;
  /** The fields that name an entry: those of one that is there are shown, never typed. */
  readonly named: readonly string[];
  /** Told when it was saved or taken away. */
  readonly done: () => void;
}

/** An entry as it stands, in its form where this person may change it, and who changed it before. */
export function EntryForm({ setting, entry, form, named, done }: EntryFormProps) {
  const words = useWords(SETTINGS_WORDS);
  const { name, may } = setting;
  return (
    <div className="settings-form">
      {may.includes(entry ? 'change' : 'add') ? (
        <Changes setting={setting} entry={entry} form={form} named={named} done={done} />
      ) : (
        <>
          <Notice>{words.readOnly}</Notice>
          <Said form={form} values={entry?.values ?? {}} />
        </>
      )}
      {entry && may.includes('remove') && <Removal name={name} entry={entry} done={done} />}
      {entry && <Edits of={{ setting: name, entry: entry.id }} form={form} />}
    </div>
  );
}

function Changes({ setting: { name }, entry: opened, form, named, done }: EntryFormProps) {
  const words = useWords(SETTINGS_WORDS);
  const { staff } = useMe();
  const [entry] = useState(opened); // what this person looks at stays, whoever changes it meanwhile: what they send is held to it
  const filled = useMemo(() => beginningWith(form, entry?.values ?? {}, named), [form, entry, named]);
  // what was begun on something older is not put over what is newer
  const draft = `setting/${name}/${entry ? `${entry.id}/${entry.stamp}` : NEW_ENTRY}`;
  const { values, change, keptAt } = useDraft(staff.id, draft, filled);
  const { problem, isUnsure, send } = useOnce(async (answer, key) => {
    await saveEntry(name, entry, answer, key);
    await dropDraft(staff.id, draft);
    done();
  });
  return (
    <>
      {isUnsure && <Notice tone="wrong">{words.unsure}</Notice>}
      <Form
        form={filled}
        values={values}
        change={change}
        note={keptAt}
        order={null}
        refused={problem}
        submitLabel={words.save}
        submit={send}
      />
    </>
  );
}

/** The form with what an entry says standing in it; by what it is named, it stays. */
function beginningWith(form: Field, values: Values, named: readonly string[]): Field {
  const properties = Object.entries(form.properties ?? {}).map(([name, field]): [string, Field] => {
    const value = values[name];
    if (value === undefined) return [name, field];
    return [name, named.includes(name) ? { ...field, const: value, ui: { ...field.ui, widget: 'shown' } } : { ...field, default: value }];
  });
  return { ...form, properties: Object.fromEntries(properties) };
}

interface RemovalProps {
  readonly name: string;
  readonly entry: Entry;
  readonly done: () => void;
}

/** Takes an entry away: asked twice, for it is not brought back. */
function Removal({ name, entry, done }: RemovalProps) {
  const words = useWords(SETTINGS_WORDS);
  const { problem, isUnsure, isSending, send } = useOnce(async (_nothing, key) => {
    await removeEntry(name, entry, key);
    done();
  });
  return (
    <div className="settings-removal">
      {isUnsure && <Notice tone="wrong">{words.unsure}</Notice>}
      {problem && (
        <Notice tone="wrong">
          <p>{problem.detail}</p>
          <Remedy code={codeOf(problem)} />
        </Notice>
      )}
      <Sure label={words.remove} sure={words.removeSure} isPending={isSending} act={() => send({})} />
    </div>
  );
}
