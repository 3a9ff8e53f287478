import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { profileQuery, saveProfile } from '../../api/people-queries';
import type { Answer } from '../../api/route-types';
import { Form } from '../../forms/form';
import type { Values } from '../../forms/schema';
import { useOnce } from '../../forms/use-once';
import { useNames } from '../../shell/catalogue';
import { Failed } from '../../shell/failed';
import { useMe } from '../../shell/me';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/words';
import { PasswordForm } from './password-form';
import { PEOPLE_WORDS } from './people-words';
import { Sessions } from './sessions';
import '../../ui/card.css';

/** What everybody sees and changes of themselves. */
export default function Profile() {
  const words = useWords(PEOPLE_WORDS);
  const { staff } = useMe();
  const nameOf = useNames();
  const { data, error, refetch } = useQuery(profileQuery());
  if (!data) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <>
      <h2>{words.profile}</h2>
      <dl className="said">
        <Fact name={words.login} value={data.login} />
        <Fact name={words.email} value={data.email} />
        <Fact name={words.roles} value={staff.roles.map((role) => nameOf('roles', role)).join(' · ')} />
      </dl>
      <Changes profile={data} />
      <PasswordForm />
      <Sessions whose="own" />
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Changes({ profile }: { readonly profile: Answer<'GET /profile'> }) {
  const words = useWords(PEOPLE_WORDS);
  const [values, change] = useState<Values>(profile.values);
  const [isSaved, setSaved] = useState(false);
  const { problem, isUnsure, send } = useOnce(async (answer, key) => {
    await saveProfile(answer, key);
    setSaved(true);
  });
  return (
    <>
      {isSaved && <Notice>{words.saved}</Notice>}
      {isUnsure && <Notice tone="wrong">{words.unsure}</Notice>}
      <Form
        form={profile.form}
        values={values}
        change={change}
        note={null}
        order={null}
        refused={problem}
        submitLabel={words.save}
        submit={send}
      />
    </>
  );
}
