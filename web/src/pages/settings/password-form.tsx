import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Input, TextField } from 'react-aria-components/TextField';
import { changePassword } from '../../api/people-queries';
import { Refused } from '../../api/problems';
import { refusedFields, type Errors } from '../../forms/errors';
import { WhyNot } from '../../shell/why-not';
import { Button } from '../../ui/button';
import { Caption, Wrong } from '../../ui/caption';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/words';
import { PEOPLE_WORDS } from './people-words';
import '../../ui/input.css';

const NOTHING = { password: '', newPassword: '', again: '' };

/** One's own password: the present one, and the new one twice, since nobody sees what they type. */
export function PasswordForm() {
  const words = useWords(PEOPLE_WORDS);
  const [typed, setTyped] = useState(NOTHING);
  const { password, newPassword, again } = typed;
  const change = useMutation({ mutationFn: () => changePassword({ password, newPassword }), onSuccess: () => setTyped(NOTHING) });
  const errors = wrongIn(change.error);
  const differs = again !== '' && again !== newPassword ? words.differs : undefined;
  return (
    <form
      className="settings-password"
      noValidate
      aria-label={words.password}
      onSubmit={(event) => {
        event.preventDefault();
        if (again === newPassword && !change.isPending) change.mutate();
      }}
    >
      <h3>{words.password}</h3>
      {change.isSuccess && <Notice>{words.changed}</Notice>}
      {change.error && errors.size === 0 && (
        <Notice tone="wrong">
          <WhyNot error={change.error} />
        </Notice>
      )}
      <Secret
        label={words.present}
        kind="current-password"
        value={password}
        change={(said) => setTyped({ ...typed, password: said })}
        error={errors.get('/password')}
      />
      <Secret
        label={words.next}
        kind="new-password"
        value={newPassword}
        change={(said) => setTyped({ ...typed, newPassword: said })}
        error={errors.get('/newPassword')}
      />
      <Secret
        label={words.again}
        kind="new-password"
        value={again}
        change={(said) => setTyped({ ...typed, again: said })}
        error={differs}
      />
      <Button type="submit" isDisabled={password === '' || newPassword === '' || again !== newPassword}>
        {words.change}
      </Button>
    </form>
  );
}

/** What a refusal says against the fields. */
const wrongIn = (error: Error | null): Errors => (error instanceof Refused ? refusedFields(error.problem) : new Map());

interface SecretProps {
  readonly label: string;
  /** What a password manager takes it for. */
  readonly kind: 'current-password' | 'new-password';
  readonly value: string;
  readonly change: (value: string) => void;
  readonly error: string | undefined;
}

function Secret({ label, kind, value, change, error }: SecretProps) {
  return (
    <TextField value={value} onChange={change} type="password" isInvalid={error !== undefined}>
      <Caption label={label} required />
      <Input className="input" autoComplete={kind} />
      <Wrong error={error} />
    </TextField>
  );
}
