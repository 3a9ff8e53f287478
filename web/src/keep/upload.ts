import { useRef, useState } from 'react';
import { call } from '../api/call';
import { Refused } from '../api/problems';

/** How far a picture is on its way. */
export type Upload =
  | { readonly state: 'none' }
  | { readonly state: 'sending' | 'there'; readonly url: string }
  | { readonly state: 'failed'; readonly url: string; readonly why: string | null };

/**
 * Sends a picture to an order as soon as it is taken, so that the answer that names it need not wait. Sent again after a failure it has the
 * same key, and so is one photo. `done` is told its id.
 */
export function useUpload(order: string | null, step: string, done: (photoId: string) => void) {
  const [upload, setUpload] = useState<Upload>({ state: 'none' });
  const last = useRef<{ readonly blob: Blob; readonly key: string; readonly url: string } | null>(null);

  async function again(): Promise<void> {
    const sent = last.current;
    if (!sent || order === null) return;
    setUpload({ state: 'sending', url: sent.url });
    const form = new FormData();
    form.set('step', step);
    form.set('photo', sent.blob, 'photo');
    try {
      const { id } = await call('POST /orders/{number}/photos', { params: { number: order }, body: form, idempotencyKey: sent.key });
      setUpload({ state: 'there', url: sent.url });
      done(id);
    } catch (error) {
      setUpload({ state: 'failed', url: sent.url, why: error instanceof Refused ? error.message : null });
    }
  }

  async function start(blob: Blob): Promise<void> {
    if (last.current) URL.revokeObjectURL(last.current.url);
    last.current = { blob, key: crypto.randomUUID(), url: URL.createObjectURL(blob) };
    await again();
  }

  return { upload, start, again };
}
