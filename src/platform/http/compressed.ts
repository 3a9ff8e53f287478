import compression from 'compression';
import type { RequestHandler } from 'express';

/** Bytes below which an answer is not worth it. */
const LEAST = 1_024;

/**
 * Sends answers compressed to whoever takes that; never events, for each would wait until a block is full. No answer has a secret beside words of
 * another's choosing, whose length under compression would betray it (BREACH), and none may come to have.
 */
export const compressed: RequestHandler = compression({
  threshold: LEAST,
  filter: (req, res) => !String(res.getHeader('Content-Type')).startsWith('text/event-stream') && compression.filter(req, res),
});
