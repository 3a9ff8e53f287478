import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SHELL_WORDS } from '../words/shell.words';
import { useWords } from '../words/words';
import { WhyNot } from './why-not';

/** That something could not be read, why, and what to do. */
export function Failed({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const words = useWords(SHELL_WORDS);
  return (
    <div className="failed">
      <Notice tone="wrong">
        <WhyNot error={error} />
      </Notice>
      <Button onPress={again}>{words.again}</Button>
    </div>
  );
}
