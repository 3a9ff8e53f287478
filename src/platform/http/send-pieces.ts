import { once } from 'node:events';
import type { Response } from 'express';
import type { Answer } from './route';

/** Sends an answer piece by piece, no faster than it is read, until it ends or its reader is gone. No proxy may keep pieces back. */
export async function sendPieces(
  res: Response,
  pieces: NonNullable<Answer['stream']>,
  { type = 'text/event-stream', headers = {} }: Pick<Answer, 'type' | 'headers'>,
): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  res
    .set({ 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no', ...headers })
    .type(type)
    .flushHeaders();
  try {
    for await (const piece of pieces(gone.signal)) {
      if (!res.write(piece)) await once(res, 'drain', { signal: gone.signal });
    }
    res.end();
  } catch (error) {
    res.destroy(); // its status is sent: a connection that breaks is all that can be said, and readers come again
    if (!gone.signal.aborted) throw error;
  }
}
