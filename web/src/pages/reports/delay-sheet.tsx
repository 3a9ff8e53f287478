import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { catalogueQuery } from '../../api/queries';
import { codeDelay } from '../../api/report-queries';
import { Form } from '../../forms/form';
import type { Field } from '../../forms/schema';
import { useDraft } from '../../forms/use-draft';
import { useOnce } from '../../forms/use-once';
import { dropDraft } from '../../keep/drafts';
import { useMe } from '../../shell/me';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/sheet';
import { useLanguage } from '../../words/language';
import { useWords } from '../../words/words';
import { REPORT_WORDS } from './words';

/** BAK-84. To whom the delay of an order is put down, and why. */
export function DelaySheet({ number, close }: { readonly number: string; readonly close: () => void }) {
  const words = useWords(REPORT_WORDS);
  const form = useDelayForm();
  const { staff } = useMe();
  const draft = `order/${number}/delay-cause`;
  const { values, change, keptAt } = useDraft(staff.id, draft, form);
  const { problem, isUnsure, send } = useOnce(async (answer, key) => {
    await codeDelay(number, answer, key);
    await dropDraft(staff.id, draft);
    close();
  });
  return (
    <Sheet title={words.codeTitle(number)} close={close}>
      {isUnsure && <Notice tone="wrong">{words.unsure}</Notice>}
      <Form
        form={form}
        values={values}
        change={change}
        note={keptAt}
        order={number}
        refused={problem}
        submitLabel={words.submit}
        submit={send}
      />
    </Sheet>
  );
}

/** Its form, with the causes that the catalogue has. */
function useDelayForm(): Field {
  const words = useWords(REPORT_WORDS);
  const language = useLanguage();
  const { data: lists } = useQuery(catalogueQuery());
  return useMemo(() => {
    const oneOf = (lists?.['delayCauses'] ?? []).map((entry) => ({ const: entry.id, title: entry[language] }));
    const cause: Field = { type: 'string', title: words.causeField, oneOf, ui: { widget: 'buttons' } };
    const note: Field = { type: 'string', title: words.noteField, maxLength: 2000, ui: { widget: 'text' } };
    return { type: 'object', properties: { cause, note }, required: ['cause', 'note'] };
  }, [lists, language, words]);
}
