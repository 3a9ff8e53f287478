import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { takeOrder } from '../../api/order-queries';
import { catalogueQuery } from '../../api/queries';
import { settingQuery } from '../../api/setting-queries';
import { dropDraft } from '../../keep/drafts';
import { Form } from '../../forms/form';
import { useDraft } from '../../forms/use-draft';
import { useOnce } from '../../forms/use-once';
import { useMe } from '../../shell/me';
import { Notice } from '../../ui/notice';
import { useLanguage } from '../../words/language';
import { useWords } from '../../words/words';
import { KnownCustomers } from './known-customers';
import { kindOf, orderForm, whatIsSold } from './order-form';
import { Preview } from './preview';
import { NEW_ORDER_WORDS } from './words';
import '../../ui/card.css';
import './new-order.css';

/** What the draft of the order that is being taken is kept under. */
const DRAFT = 'order/new';

/** Taking an order while the customer waits: what is asked, and beside it what would follow. */
export default function NewOrder() {
  const words = useWords(NEW_ORDER_WORDS);
  const language = useLanguage();
  const navigate = useNavigate();
  const { staff } = useMe();
  const { data: lists = {} } = useQuery(catalogueQuery());
  const { data: offers } = useQuery(settingQuery('products'));
  const form = useMemo(() => orderForm(whatIsSold(lists, offers?.items ?? []), words, language), [lists, offers, words, language]);
  const { values, change, keptAt } = useDraft(staff.id, DRAFT, form);
  useEffect(() => {
    document.title = `${words.title} · Levain`;
  }, [words]);

  const { problem, isUnsure, send } = useOnce(async (answer, key) => {
    const number = await takeOrder({ ...answer, kind: kindOf(lists, answer['lines']) }, key);
    await dropDraft(staff.id, DRAFT);
    await navigate({ to: '/orders/$number', params: { number } });
  });
  return (
    <div className="new-order">
      <section className="new-order-form" aria-label={words.title}>
        <h1>{words.title}</h1>
        {isUnsure && <Notice tone="wrong">{words.unanswered}</Notice>}
        <Form
          form={form}
          values={values}
          change={change}
          note={keptAt}
          order={null}
          refused={problem}
          submitLabel={words.take}
          submit={send}
        />
      </section>
      <aside className="new-order-beside">
        <KnownCustomers values={values} take={change} />
        <Preview form={form} values={values} kind={kindOf(lists, values['lines'])} change={change} />
      </aside>
    </div>
  );
}
