import { dropDraft } from '../keep/drafts';
import { Button } from '../ui/button';
import { showTime } from '../time/time';
import { useLanguage } from '../words/language';
import { inBoth, useWords } from '../words/words';

const WORDS = inBoth({
  zh: { kept: (time: string) => `草稿已于 ${time} 保存在本机`, throwAway: '清空重填' },
  en: { kept: (time: string) => `Draft kept on this device at ${time}`, throwAway: 'Begin anew' },
});

interface DraftNoteProps {
  readonly staffId: string;
  readonly thing: string;
  readonly at: number;
  readonly throwAway: () => void;
}

/** That what was typed is safe. Its time is this device's: shop time may be another. */
export function DraftNote({ staffId, thing, at, throwAway }: DraftNoteProps) {
  const words = useWords(WORDS);
  const when = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, language: useLanguage() };
  return (
    <span className="draft-note" role="status">
      {words.kept(showTime(at, when))}
      <Button look="bare" onPress={() => void dropDraft(staffId, thing).then(throwAway)}>
        {words.throwAway}
      </Button>
    </span>
  );
}
