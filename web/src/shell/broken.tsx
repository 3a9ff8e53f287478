import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SHELL_WORDS } from '../words/shell.words';
import { useWords } from '../words/words';

/** A page has failed: what was typed is kept, and the page can be loaded again. */
export function Broken({ error }: { readonly error: unknown }) {
  const words = useWords(SHELL_WORDS);
  return (
    <div className="failed">
      <Notice tone="wrong">
        <p>{words.broken}</p>
        {error instanceof Error && <p>{error.message}</p>}
      </Notice>
      <Button onPress={() => location.reload()}>{words.reload}</Button>
    </div>
  );
}
