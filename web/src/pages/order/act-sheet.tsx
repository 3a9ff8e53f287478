import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { actsQuery, doAct, forgetOrder, type StaffAct } from '../../api/order-queries';
import type { Order } from '../../api/route-types';
import { Form } from '../../forms/form';
import { useDraft } from '../../forms/use-draft';
import { useOnce } from '../../forms/use-once';
import { dropDraft } from '../../keep/drafts';
import { useNames } from '../../shell/catalogue';
import { useMe, useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { epoch, showInstant } from '../../time/time';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/sheet';
import { useWords } from '../../words/words';
import { ActPreview } from './act-preview';
import { CustomerLink } from './customer-link';
import { PaperList } from './paper-list';
import { LINK_ACT, PRINT_ACT } from './tabs';
import { ORDER_PAGE_WORDS } from './words';

interface ActSheetProps {
  readonly order: Order;
  /** What the address says is being done. */
  readonly act: string;
}

/** One thing that is done with the order, over its page. What the API does not offer this person is not drawn. */
export function ActSheet({ order: { number }, act: asked }: ActSheetProps) {
  const words = useWords(ORDER_PAGE_WORDS);
  const navigate = useNavigate({ from: '/orders/$number' });
  const { may } = useMe();
  const { data: acts = [] } = useQuery(actsQuery(number));
  const close = (): void =>
    void navigate({ params: { number }, search: ({ act: _done, ...rest }) => rest, resetScroll: false, replace: true });
  if (asked === LINK_ACT && may.includes('GET /orders/{number}/links'))
    return (
      <Sheet title={words.customerLink} close={close}>
        <CustomerLink number={number} />
      </Sheet>
    );
  if (asked === PRINT_ACT && may.includes('GET /orders/{number}/papers'))
    return (
      <Sheet title={`${words.print} · #${number}`} close={close}>
        <PaperList number={number} />
      </Sheet>
    );
  const act = acts.find((one) => one.act === asked);
  if (!act) return null;
  return (
    <Sheet title={`${act.title} · #${number}`} close={close} wide={act.check}>
      <Act key={asked} number={number} act={act} done={close} />
    </Sheet>
  );
}

interface ActProps {
  readonly number: string;
  readonly act: StaffAct;
  readonly done: () => void;
}

/** The form of an act and, where it can be tried, what it would do. It is done while its person looks on, never kept for later. */
function Act({ number, act, done }: ActProps) {
  const words = useWords(ORDER_PAGE_WORDS);
  const nameOf = useNames();
  const { staff } = useMe();
  const draft = `order/${number}/${act.act}`;
  const { form } = act;
  const { values, change, keptAt } = useDraft(staff.id, draft, form);
  const { problem, isUnsure, send } = useOnce(async (answer, key) => {
    await doAct(act.route, number, answer, key);
    await dropDraft(staff.id, draft);
    forgetOrder(number);
    done();
  });
  return (
    <div className={act.check ? 'order-act order-act-tried' : 'order-act'}>
      <div>
        <Until at={act.until} />
        {act.decidedBy !== null && <Notice>{words.decidedBy(nameOf('roles', act.decidedBy))}</Notice>}
        {isUnsure && <Notice tone="wrong">{words.unanswered}</Notice>}
        <Form
          form={form}
          values={values}
          change={change}
          note={keptAt}
          order={number}
          refused={problem}
          submitLabel={act.title}
          submit={send}
        />
      </div>
      {act.check && <ActPreview number={number} act={act} values={values} />}
    </div>
  );
}

/** Until when the order takes it. */
function Until({ at }: { readonly at: string | null }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const when = useWhen();
  if (at === null) return null;
  const shown = showInstant(at, when, shopNow());
  const isOver = epoch(at) <= shopNow();
  return <Notice tone={isOver ? 'wrong' : 'plain'}>{isOver ? words.windowOver(shown) : words.window(shown)}</Notice>;
}
