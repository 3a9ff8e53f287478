import { Instant } from './instant';
import { PagesOf } from './pages-of';
import { useWho } from './who';

/** What happened, the latest first: what, who and when, as the API words it. */
export function Timeline({ number }: { readonly number: string }) {
  const who = useWho();
  return (
    <PagesOf
      route="GET /orders/{number}/timeline"
      number={number}
      row={({ process, seq, at, summary, actor, ruleId }) => (
        <li key={`${process} ${seq}`}>
          <p>
            {summary} {ruleId !== undefined && <span className="order-rule">{ruleId}</span>}
          </p>
          <p className="order-quiet">
            {who(actor)} · <Instant at={at} />
          </p>
        </li>
      )}
    />
  );
}
