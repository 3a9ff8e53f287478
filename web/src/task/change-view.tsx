import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { photoUrl, somePhotosQuery } from '../api/order-queries';
import type { Change } from '../api/route-types';
import { isValues } from '../forms/schema';
import { useNames } from '../shell/catalogue';
import { useWhen } from '../shell/me';
import { shopNow } from '../time/shop-clock';
import { showInstant } from '../time/time';
import { ChangeFigures } from '../ui/change-figures';
import { Notice } from '../ui/notice';
import { OrderLines, type OrderLine } from '../ui/order-facts';
import { CHANGE_WORDS } from '../words/change.words';
import { useWords } from '../words/words';
import type { AskedChange } from './asked-change';
import './change-view.css';

/** Photos that stand beside a change. */
const MOST_PHOTOS = 6;

/** A change as whoever decides it looks at it: who asks for it and why, what it would make of the order, and what has been photographed. */
export default function ChangeView({ asked: { now, before } }: { readonly asked: AskedChange }) {
  const words = useWords(CHANGE_WORDS);
  const when = useWhen();
  const { id, order, reason, requestedBy, requestedAt, preview, patch } = now;
  const who = requestedBy.name ?? (requestedBy.kind === 'customer' ? words.customer : words.theShop);
  return (
    <section className="change-view" aria-label={words.title}>
      <h3>{words.title}</h3>
      {before && <Stale key={now.previewHash} />}
      <p>{reason}</p>
      <p className="change-view-quiet">{words.asked(who, showInstant(requestedAt, when, shopNow()))}</p>
      <Wanted patch={patch} />
      <ChangeFigures preview={preview} before={before?.id === id ? before.preview : undefined} />
      <Photos order={order} />
    </section>
  );
}

/** Says that one must look again, once, where one's eyes are. */
function Stale() {
  const words = useWords(CHANGE_WORDS);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="change-view-stale">
      <Notice tone="wrong">{words.stale}</Notice>
    </div>
  );
}

/** The parts of the order as they would be; when it would be delivered stands among what moves. */
function Wanted({ patch }: { readonly patch: Change['patch'] }) {
  const words = useWords(CHANGE_WORDS);
  const nameOf = useNames();
  const { lines, delivery, occasion, urgency } = patch as {
    readonly lines?: readonly OrderLine[];
    readonly delivery?: { readonly method: string; readonly address?: string; readonly recipient?: { readonly name: string } };
    readonly occasion?: string;
    readonly urgency?: string;
  };
  return (
    <>
      {lines && (
        <>
          <h4>{words.newLines}</h4>
          <OrderLines lines={lines} />
        </>
      )}
      {isValues(delivery) && (
        <p>
          {words.delivery}: {nameOf('deliveryMethods', delivery.method)} {delivery.address} {delivery.recipient?.name}
        </p>
      )}
      {occasion !== undefined && (
        <p>
          {words.occasion}: {nameOf('occasions', occasion)}
        </p>
      )}
      {urgency !== undefined && (
        <p>
          {words.urgency}: {nameOf('urgencies', urgency)}
        </p>
      )}
    </>
  );
}

/** What has been photographed so far, small; each opens large beside the page. */
function Photos({ order }: { readonly order: string }) {
  const words = useWords(CHANGE_WORDS);
  const nameOf = useNames();
  const { data: photos = [] } = useQuery(somePhotosQuery(order, MOST_PHOTOS));
  if (photos.length === 0) return null;
  return (
    <ul className="change-view-photos" aria-label={words.photos}>
      {photos.map(({ id, step, width, height }) => (
        <li key={id}>
          <a href={photoUrl(id, 1280)} target="_blank" rel="noreferrer">
            <img src={photoUrl(id, 320)} width={width} height={height} alt={nameOf('photoSteps', step)} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}
