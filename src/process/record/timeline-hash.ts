import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/db/canonical-json';

/** What a timeline row's hash covers beside its predecessor's hash. `at` is ISO 8601 UTC with milliseconds. */
export interface HashedFacts {
  readonly id: string;
  readonly process: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: unknown;
  readonly ruleId: string | null;
  readonly data: unknown;
  readonly textId: string | null;
}

/**
 * The canonical JSON of a row, cut at the one thing only the database knows while it holds the lock: the place in the chain.
 * `seq` sorts between `ruleId` and `textId`, so the whole text is `before + seq + after`.
 */
export function hashedParts({ textId, ...facts }: HashedFacts): { readonly before: string; readonly after: string } {
  return { before: `${canonicalJson(facts).slice(0, -1)},"seq":`, after: `,"textId":${JSON.stringify(textId)}}` };
}

/**
 * SHA-256 in hex of the previous hash, the row's canonical JSON, and what it covers as Postgres writes it (`covered-rows.ts`). The first row
 * follows the empty string.
 */
export const timelineHash = (previous: string, seq: number, facts: HashedFacts, covers: string | null = null): string =>
  createHash('sha256')
    .update(previous + canonicalJson({ ...facts, seq }) + (covers ?? ''))
    .digest('hex');

/** SQL: the hash of a text's body, as Postgres writes it. */
export const textHash = (body: string): string => `encode(sha256(convert_to(${body}::text, 'UTF8')), 'hex')`;
