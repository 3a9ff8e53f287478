import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { ExternalLink, Languages, LogOut, WifiOff } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { catalogueQuery, meQuery } from '../api/queries';
import { countDrafts } from '../keep/drafts';
import { hurry, openOutbox } from '../keep/outbox';
import { useLive } from '../live/live';
import { SignIn } from '../pages/sign-in/sign-in';
import { useShopTime } from '../time/ticker';
import { showInstant } from '../time/time';
import { Button } from '../ui/button';
import { choose, useLanguage } from '../words/language';
import { SHELL_WORDS } from '../words/shell.words';
import { useWords } from '../words/words';
import { Failed } from './failed';
import { MeProvider, useMe, useWhen } from './me';
import { Rail } from './rail';
import { Tray } from './tray';
import { signOut } from './sign-out';
import { useSignedOut } from './signed-out';
import './shell.css';

/** Nobody presses a key before there is something to see. */
const Shortcuts = lazy(() => import('./shortcuts'));

const SignOutAsks = lazy(() => import('./sign-out-asks'));

/** Whoever is here is signed in, or signs in first; the page that was asked for waits. */
export function Shell() {
  useLanguage(); // what is read is read in it
  const { data: me, error, refetch } = useQuery({ ...meQuery(), retry: false });
  const router = useRouter();
  const [signedOut, signedIn] = useSignedOut();
  const { isPending: isUnnamed } = useQuery({ ...catalogueQuery(), enabled: me !== undefined });
  // where a page leads to hangs on who has come
  if (!me) return error ? <FirstWords error={error} again={() => void refetch().then(() => router.invalidate())} /> : null;
  return (
    <MeProvider value={me}>
      {/* nothing is called by its id for a moment, and by its name then */}
      <Frame>{!isUnnamed && <Outlet />}</Frame>
      {signedOut && <SignIn over person={me.staff.name} done={() => void refetch().then(signedIn).then(hurry)} />}
    </MeProvider>
  );
}

function FirstWords({ error, again }: { readonly error: Error; readonly again: () => void }) {
  return 'problem' in error ? <SignIn done={again} /> : <Failed error={error} again={again} />;
}

function Frame({ children }: { readonly children: ReactNode }) {
  const words = useWords(SHELL_WORDS);
  const { staff, store } = useMe();
  const hearing = useLive();
  useEffect(() => void openOutbox(staff.id), [staff.id]);
  useEffect(() => {
    window.addEventListener('online', hurry);
    return () => window.removeEventListener('online', hurry);
  }, []);
  return (
    <>
      <a href="#content" className="skip">
        {words.skip}
      </a>
      <header className="top">
        <span className="top-store">{store.name}</span>
        <ShopClock />
        <Account />
      </header>
      <Rail />
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
      <Tray />
      <Suspense>
        <Shortcuts />
      </Suspense>
      {!hearing && (
        <p className="behind" role="status">
          <WifiOff size={18} aria-hidden="true" /> {words.behind}
        </p>
      )}
    </>
  );
}

/** Shop time, with the zone beside it where the browser's is another. */
function ShopClock() {
  const words = useWords(SHELL_WORDS);
  const when = useWhen();
  const shown = useShopTime((now) => showInstant(now, when, now));
  const elsewhere = Intl.DateTimeFormat().resolvedOptions().timeZone !== when.zone;
  return (
    <span className="top-clock">
      {shown}
      {elsewhere && <span className="top-zone">{words.storeTime(when.zone)}</span>}
    </span>
  );
}

function Account() {
  const words = useWords(SHELL_WORDS);
  const language = useLanguage();
  const { staff, temporalUiUrl } = useMe();
  const [drafts, setDrafts] = useState(0);
  const leave = async (): Promise<void> => {
    const begun = await countDrafts(staff.id);
    if (begun === 0) await signOut();
    else setDrafts(begun);
  };
  return (
    <div className="top-account">
      {temporalUiUrl !== null && (
        <a href={temporalUiUrl} target="_blank" rel="noreferrer" className="button button-bare" aria-label={words.temporal}>
          <ExternalLink size={18} aria-hidden="true" />
        </a>
      )}
      <Button look="bare" onPress={() => choose(language === 'zh' ? 'en' : 'zh')}>
        <Languages size={18} aria-hidden="true" /> {words.otherLanguage}
      </Button>
      <span className="top-name">{staff.name}</span>
      <Button look="bare" aria-label={words.signOut} onPress={() => void leave()}>
        <LogOut size={18} aria-hidden="true" />
      </Button>
      {drafts > 0 && (
        <Suspense>
          <SignOutAsks drafts={drafts} stay={() => setDrafts(0)} />
        </Suspense>
      )}
    </div>
  );
}
