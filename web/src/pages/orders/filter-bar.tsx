import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { catalogueQuery } from '../../api/queries';
import { useMe } from '../../shell/me';
import { Find } from '../../ui/find';
import { Choose } from '../../ui/choose';
import '../../ui/button.css';
import { useLanguage } from '../../words/language';
import { useWords } from '../../words/words';
import { ORDER_SORTS, ORDER_VIEWS, type OrdersSearch } from './filters';
import { ORDERS_WORDS } from './words';
import '../../ui/views.css';

/** In place of a state or a product: none is asked for. */
const ANY = '';

/** Which orders are listed. All of it stands in the address. */
export function FilterBar({ search, go }: { readonly search: OrdersSearch; readonly go: (to: OrdersSearch) => void }) {
  const words = useWords(ORDERS_WORDS);
  const language = useLanguage();
  const { may } = useMe();
  const { data: lists } = useQuery(catalogueQuery());
  const named = (list: string, any: string) => [
    { id: ANY, name: any },
    ...(lists?.[list] ?? []).map(({ id, ...entry }) => ({ id, name: entry[language] })),
  ];
  const put = (name: 'state' | 'product' | 'q', value: string | undefined): void => go({ [name]: value === ANY ? undefined : value });
  return (
    <div className="orders-bar">
      <nav className="filters-views" aria-label={words.views}>
        {ORDER_VIEWS.map((view) => (
          <Link
            key={view}
            from="/orders"
            to="/orders"
            search={({ view: _left, ...from }) => (view === 'open' ? from : { ...from, view })}
            className="filters-view"
            {...((search.view ?? 'open') === view && { 'aria-current': 'page' as const })}
          >
            {words[view]}
          </Link>
        ))}
      </nav>
      {may.includes('POST /orders') && (
        <Link to="/orders/new" className="button button-main">
          <Plus size={18} aria-hidden="true" /> {words.take}
        </Link>
      )}
      <Find label={words.find} q={search.q ?? ''} find={(q) => put('q', q)} />
      <Choose label={words.state} options={named('states', words.anyState)} value={search.state ?? ANY} change={(id) => put('state', id)} />
      <Choose
        label={words.product}
        options={named('products', words.anyProduct)}
        value={search.product ?? ANY}
        change={(id) => put('product', id)}
      />
      <Choose
        label={words.sort}
        options={ORDER_SORTS.map((id) => ({ id, name: id === 'promise' ? words.byPromise : words.byIntake }))}
        value={search.sort ?? 'promise'}
        change={(id) => go({ sort: id === 'intake' ? 'intake' : 'promise' })}
      />
    </div>
  );
}
