import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { SHELL_WORDS } from '../words/shell.words';
import { useWords } from '../words/words';
import { signOut } from './sign-out';

/** Asks whoever signs out with drafts on this device: they go with the session. */
export default function SignOutAsks({ drafts, stay }: { readonly drafts: number; readonly stay: () => void }) {
  const words = useWords(SHELL_WORDS);
  return (
    <Sheet title={words.signOut} close={stay}>
      <p>{words.draftsGo(String(drafts))}</p>
      <div className="buttons">
        <Button look="main" onPress={stay}>
          {words.stay}
        </Button>
        <Button look="danger" onPress={() => void signOut()}>
          {words.signOut}
        </Button>
      </div>
    </Sheet>
  );
}
