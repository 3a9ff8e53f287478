import { useInfiniteQuery, useQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { receivablesQuery } from '../../api/order-queries';
import { ordersQuery, tasksQuery } from '../../api/queries';
import { yuanOf } from '../../forms/money';
import { Exports } from '../../shell/exports';
import { Failed } from '../../shell/failed';
import { useNames } from '../../shell/catalogue';
import { Button } from '../../ui/button';
import { Due } from '../../ui/due';
import { useWords } from '../../words/words';
import { OwedRow } from './owed-row';
import { MONEY_WORDS } from './words';
import '../../ui/card.css';
import './money.css';

/** What customers owe and since when, the steps of this person that move money, and the orders behind the figures. */
export default function Money() {
  const words = useWords(MONEY_WORDS);
  useEffect(() => {
    document.title = `${words.title} · Levain`;
  }, [words]);
  return (
    <div className="money">
      <h1>{words.title}</h1>
      <Receivables />
      <Steps />
      <Owed />
    </div>
  );
}

/** BAK-32. What is owed, by age. */
function Receivables() {
  const words = useWords(MONEY_WORDS);
  const nameOf = useNames();
  const { data, error, refetch } = useQuery(receivablesQuery());
  if (!data) return error ? <Failed error={error} again={() => void refetch()} /> : null;
  return (
    <section className="card" aria-label={words.owed}>
      <h2>{words.owed}</h2>
      <dl className="money-ages">
        {data.ages.map(({ age, orders, owedFen }) => (
          <div key={age}>
            <dt>{nameOf('receivableAges', age)}</dt>
            <dd>
              <b>¥{yuanOf(owedFen)}</b> {words.orders(String(orders))}
            </dd>
          </div>
        ))}
        <div className="money-total">
          <dt>{words.total}</dt>
          <dd>
            <b>¥{yuanOf(data.owedFen)}</b>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** What waits for this person and moves money, as the API says of each task: refunds with their end, and whatever a chapter adds. */
function Steps() {
  const words = useWords(MONEY_WORDS);
  const list = useInfiniteQuery(tasksQuery({ mine: 'true', state: 'open' }));
  return (
    <Rows list={list} title={words.steps} nothing={words.nothingToDo}>
      {({ items }) =>
        items
          .filter(({ atOnce, decision }) => atOnce && !decision)
          .map(({ id, title, order, dueAt }) => (
            <li key={id} className="money-row">
              <Link to="/tasks" search={{ task: id }}>
                {title} {order !== null && `#${order}`}
              </Link>
              <Due at={dueAt} />
            </li>
          ))
      }
    </Rows>
  );
}

/** What the orders behind the figures are asked for with. */
const OWED = { owed: 'true', sort: 'promisedAt' } as const;

/** The orders behind the figures, the longest promised first; they are the receivables that can be exported (BAK-32). */
function Owed() {
  const words = useWords(MONEY_WORDS);
  const list = useInfiniteQuery(ordersQuery(OWED));
  return (
    <Rows
      list={list}
      title={words.behind}
      nothing={words.nothingOwed}
      aside={<Exports list="GET /orders" query={OWED} name={words.owed} />}
    >
      {({ items }) => items.map((order) => <OwedRow key={order.number} order={order} />)}
    </Rows>
  );
}

interface RowsProps<Page> {
  readonly list: UseInfiniteQueryResult<InfiniteData<Page>>;
  readonly title: string;
  /** What is said where there is no row. */
  readonly nothing: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: (page: Page) => readonly ReactNode[];
}

/** A list under its title, page by page. */
function Rows<Page>({ list, title, nothing, aside, children }: RowsProps<Page>) {
  const words = useWords(MONEY_WORDS);
  if (!list.data) return list.error ? <Failed error={list.error} again={() => void list.refetch()} /> : null;
  const rows = list.data.pages.flatMap(children);
  return (
    <section className="card" aria-label={title}>
      <header className="money-head">
        <h2>{title}</h2>
        {aside}
      </header>
      {rows.length === 0 ? <p>{nothing}</p> : <ul className="card-rows">{rows}</ul>}
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}
