import { useMutation } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/call';
import { forgetOrder } from '../../api/order-queries';
import { useMe } from '../../shell/me';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/words';
import { Instant } from './instant';
import { PagesOf } from './pages-of';
import { QrCode } from './qr-code';
import { ORDER_PAGE_WORDS } from './words';

/** The customer's way to their order: a new link to hand over, as an address and as a code to be scanned, and those that were given out. */
export function CustomerLink({ number }: { readonly number: string }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const { may } = useMe();
  const make = useMutation({
    mutationFn: () =>
      call('POST /orders/{number}/links', { params: { number }, body: { scope: 'customer' }, idempotencyKey: crypto.randomUUID() }),
    onSuccess: () => forgetOrder(number),
  });
  return (
    <div className="order-link">
      {make.data && <Fresh url={make.data.url} until={make.data.expiresAt} />}
      {make.error && <Notice tone="wrong">{make.error.message}</Notice>}
      {may.includes('POST /orders/{number}/links') && (
        <Button look={make.data ? 'quiet' : 'main'} isPending={make.isPending} onPress={() => make.mutate()}>
          {words.makeLink}
        </Button>
      )}
      <h3>{words.links}</h3>
      <PagesOf
        route="GET /orders/{number}/links"
        number={number}
        row={({ id, scope, state, issuedBy, issuedAt, lastUsedAt }) => (
          <li key={id}>
            <p>
              <b>{scope === 'customer' ? words.customerDid : words.supplierDid}</b> · {words[`link-${state}`]}
            </p>
            <p className="order-quiet">
              {issuedBy?.name ?? words.inLetters} · <Instant at={issuedAt} />
              {lastUsedAt !== null && (
                <>
                  {' '}
                  · <Instant at={lastUsedAt} as={words.used} />
                </>
              )}
            </p>
            {state === 'live' && may.includes('DELETE /orders/{number}/links/{id}') && <Revoke number={number} id={id} />}
          </li>
        )}
      />
    </div>
  );
}

/** A link that was just made. Its address is shown this once. */
function Fresh({ url, until }: { readonly url: string; readonly until: string }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="order-fresh">
      <QrCode text={url} label={words.scan} />
      <div>
        <p className="order-url">
          <a href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
        </p>
        <p className="order-quiet">
          {words.shownOnce} <Instant at={until} as={words.linkUntil} />
        </p>
        <Button onPress={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>
          {isCopied ? <Check size={18} aria-hidden="true" /> : <Copy size={18} aria-hidden="true" />} {isCopied ? words.copied : words.copy}
        </Button>
      </div>
    </div>
  );
}

/** Takes a link back: it opens nothing from then on. */
function Revoke({ number, id }: { readonly number: string; readonly id: string }) {
  const words = useWords(ORDER_PAGE_WORDS);
  const revoke = useMutation({
    mutationFn: () => call('DELETE /orders/{number}/links/{id}', { params: { number, id }, idempotencyKey: crypto.randomUUID() }),
    onSuccess: () => forgetOrder(number),
  });
  return (
    <>
      <Button look="danger" isPending={revoke.isPending} onPress={() => revoke.mutate()}>
        {words.revoke}
      </Button>
      {revoke.error && <Notice tone="wrong">{revoke.error.message}</Notice>}
    </>
  );
}
