import type { z } from 'zod';
import { iso } from '../../platform/http/iso';
import type { Reader } from '../../platform/words/reasons';
import { actorView, type Names, type Words } from '../views';
import type { TimelineRecord } from './timeline-read.repository';
import { summaryOf } from './timeline-words';
import type { ChainCheck } from './timeline';
import type { TimelineItem, TimelineVerification } from './timeline.schema';

/** A line of the timeline as people read it. */
export const timelineView = (event: TimelineRecord, names: Names, words: Words, reader: Reader): z.infer<typeof TimelineItem> => {
  const text = event.textId === null ? undefined : words.get(event.textId);
  return {
    process: event.process,
    seq: event.seq,
    at: iso(event.at),
    kind: event.kind,
    actor: actorView(event.actor, names),
    summary: summaryOf(event, names, reader),
    ...(event.ruleId === null ? {} : { ruleId: event.ruleId }),
    // As it is chained: whoever checks the hashes needs the recorded data, not a readable one.
    data: event.data,
    ...(text ? { text } : {}),
    hash: event.hash,
  };
};

/** What the check of an order's chains found; why one does not hold is for the operators (`npm run verify`). */
export const verificationView = (checks: readonly ChainCheck[]): z.infer<typeof TimelineVerification> => ({
  holds: checks.every(({ ok }) => ok),
  chains: checks.map((check) => ({
    process: check.process,
    holds: check.ok,
    lines: check.ok ? check.events : null,
    brokenAt: check.ok ? null : check.seq,
  })),
});
