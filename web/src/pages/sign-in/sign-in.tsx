import { lazy, Suspense, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { call } from '../../api/call';
import { Refused } from '../../api/problems';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { SHELL_WORDS } from '../../words/shell.words';
import { choose, useLanguage } from '../../words/language';
import { inBoth, useWords } from '../../words/words';
import './sign-in.css';

const WORDS = inBoth({
  zh: {
    title: '登录',
    login: '账号',
    password: '密码',
    signIn: '登录',
    over: (name: string) => `登录已过期。${name}，请重新登录，刚才的操作会继续。`,
  },
  en: {
    title: 'Sign in',
    login: 'Login',
    password: 'Password',
    signIn: 'Sign in',
    over: (name: string) => `The session has ended. ${name}, please sign in again: what you were doing goes on.`,
  },
});

const NewPassword = lazy(() => import('./new-password'));

interface SignInProps {
  /** Told once there is a session. */
  readonly done: () => void;
  /** It lies over a page on which somebody was at work. */
  readonly over?: boolean;
  readonly person?: string;
}

/** Where everybody begins; also over a page whose session has ended. Paste and password managers work. */
export function SignIn({ done, over = false, person }: SignInProps) {
  const words = useWords(WORDS);
  const shell = useWords(SHELL_WORDS);
  const language = useLanguage();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string>();
  const [busy, setBusy] = useState(false);

  const signIn = async (): Promise<void> => {
    setBusy(true);
    setWrong(null);
    try {
      await call('POST /sessions', { body: { login, password, newPassword: chosen } });
      done();
    } catch (error) {
      setWrong(error instanceof Refused ? (error.problem.errors?.[0]?.detail ?? error.message) : shell.offline);
      if (error instanceof Refused && error.code === 'password-change-required') setChosen(chosen ?? '');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div
      className={over ? 'sign-in sign-in-over' : 'sign-in'}
      {...(over && { role: 'dialog', 'aria-modal': true, 'aria-label': words.title })}
    >
      <form
        className="sign-in-card"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <h1>Levain</h1>
        {over && person !== undefined && <p>{words.over(person)}</p>}
        {wrong !== null && <Notice tone="wrong">{wrong}</Notice>}
        <TextField value={login} onChange={setLogin} autoFocus name="username">
          <Label className="caption">{words.login}</Label>
          <Input className="input" autoComplete="username" autoCapitalize="none" />
        </TextField>
        <TextField value={password} onChange={setPassword} name="password" type="password">
          <Label className="caption">{words.password}</Label>
          <Input className="input" autoComplete="current-password" />
        </TextField>
        {chosen !== undefined && (
          <Suspense>
            <NewPassword value={chosen} change={setChosen} />
          </Suspense>
        )}
        <Button look="main" type="submit" isPending={busy}>
          {words.signIn}
        </Button>
        <Button look="bare" onPress={() => choose(language === 'zh' ? 'en' : 'zh')}>
          {shell.otherLanguage}
        </Button>
      </form>
    </div>
  );
}
