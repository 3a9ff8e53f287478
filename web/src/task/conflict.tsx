import { dropDraft, draftName } from '../keep/drafts';
import { putAway, type Sending } from '../keep/outbox';
import type { Field } from '../forms/schema';
import { useWhen } from '../shell/me';
import { shopNow } from '../time/shop-clock';
import { showInstant } from '../time/time';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useWords } from '../words/words';
import { Said } from './said';
import { TASK_WORDS } from './words';

/** Somebody else was faster: who, when and what, with one's own answer beside it. Nothing of it is lost until its person says so. */
export function Conflict({ sending, form }: { readonly sending: Sending; readonly form: Field }) {
  const words = useWords(TASK_WORDS);
  const when = useWhen();
  const { refused, answer, taskId, staffId } = sending;
  const first = refused?.answered;
  if (!first) return null;
  return (
    <div className="conflict">
      <Notice tone="wrong">
        <p>{words.answeredBy(first.by.name, showInstant(first.at, when, shopNow()))}</p>
      </Notice>
      <Said form={form} values={first.choices} />
      <h3>{words.yours}</h3>
      <Said form={form} values={answer} />
      <Button onPress={() => void dropDraft(staffId, draftName(taskId)).then(() => putAway(taskId))}>{words.putAway}</Button>
    </div>
  );
}
