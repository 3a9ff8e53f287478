import { createHmac } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Db } from '../../platform/db/client';

/**
 * Anchors of the timelines, in a file beside the database: whoever has all rights to the database could compute every chain anew, or cut its tail
 * off and move the head, and nothing in the database would show it. A line of the file holds the heads that have moved since the line before, and
 * is signed, with that line's signature, by a key that the database does not know.
 */
export interface Anchor {
  /** Real instant, ISO 8601. */
  readonly at: string;
  /** The heads that have moved since the line before: process, place and hash. */
  readonly heads: readonly Head[];
  readonly mac: string;
}
export type Head = readonly [process: string, seq: number, hash: string];

/** What the file says of one process that does not fit, or of the file itself (`process` empty). */
export interface AnchorFault {
  readonly process: string;
  readonly why: string;
}

/** The key of the anchors, made from the shop's secret: nobody who reads links or cursors learns it. */
export const anchorKey = (secret: string): Buffer => createHmac('sha256', secret).update('levain timeline anchors').digest();

const macOf = (key: Buffer, previous: string, { at, heads }: Omit<Anchor, 'mac'>): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([previous, at, heads]))
    .digest('hex');

/** Anchors are taken by one worker at a time, whatever their number. */
const LOCK = 0x6c76_616e;

/**
 * Adds a line, unless no head has moved or another worker is at it. A file whose last line was cut short by a crash gets a new line.
 * @param now real time, epoch ms.
 */
export async function takeAnchor(db: Db, file: string, key: Buffer, now: number): Promise<Anchor | null> {
  return db.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS taken`;
    if (!lock?.taken) return null;
    const heads = (
      await tx.$queryRaw<{ id: string; seq: number; hash: string }[]>`
        SELECT id, timeline_seq AS seq, timeline_hash AS hash FROM processes WHERE timeline_seq > 0 ORDER BY id`
    ).map(({ id, seq, hash }): Head => [id, seq, hash]);
    const { anchors, ragged } = await readAnchors(file);
    const known = lastHeads(anchors);
    const moved = heads.filter(([process, seq]) => known.get(process)?.[1] !== seq);
    if (moved.length === 0) return null;
    const line = { at: new Date(now).toISOString(), heads: moved };
    const anchor: Anchor = { ...line, mac: macOf(key, anchors.at(-1)?.mac ?? '', line) };
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, `${ragged ? '\n' : ''}${JSON.stringify(anchor)}\n`, { mode: 0o600, flush: true });
    return anchor;
  });
}

/** The lines of the file; one that cannot be read was cut short by a crash, or spoilt by hand, which the signatures tell. */
export async function readAnchors(file: string): Promise<{ readonly anchors: readonly Anchor[]; readonly ragged: boolean }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  const anchors = text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Anchor];
    } catch {
      return [];
    }
  });
  return { anchors, ragged: text !== '' && !text.endsWith('\n') };
}

/** The newest head of each process. */
const lastHeads = (anchors: readonly Anchor[]): Map<string, Head> =>
  new Map(anchors.flatMap(({ heads }) => heads.map((head) => [head[0], head] as const)));

/** The first line whose signature does not hold; lines before it do. */
export function brokenLine(anchors: readonly Anchor[], key: Buffer): number | null {
  for (const [n, { mac, ...line }] of anchors.entries()) if (mac !== macOf(key, anchors[n - 1]?.mac ?? '', line)) return n + 1;
  return null;
}

/** Heads looked up at a time. */
const PAGE = 1_000;

/** Compares every head that was ever anchored with the row at its place now. */
export async function checkAnchors(db: Db, file: string, key: Buffer): Promise<{ readonly heads: number; readonly faults: AnchorFault[] }> {
  const { anchors } = await readAnchors(file);
  const broken = brokenLine(anchors, key);
  const faults: AnchorFault[] =
    broken === null
      ? []
      : [{ process: '', why: `line ${broken} of ${file} was altered, lines before it are missing, or the secret is another one` }];
  const anchored = anchors.flatMap(({ at, heads }) => heads.map((head) => ({ at, head })));
  for (let from = 0; from < anchored.length; from += PAGE) {
    const page = anchored.slice(from, from + PAGE);
    const rows = await db.$queryRaw<{ process: string; seq: number; hash: string }[]>`
      SELECT t.process_id AS process, t.seq, t.hash FROM timeline t
      JOIN unnest(${page.map(({ head }) => head[0])}::text[], ${page.map(({ head }) => head[1])}::int[]) AS a(process, seq)
        ON t.process_id = a.process AND t.seq = a.seq`;
    const standing = new Map(rows.map(({ process, seq, hash }) => [`${process}/${seq}`, hash]));
    for (const { at, head } of page) {
      const [process, seq, hash] = head;
      const now = standing.get(`${process}/${seq}`);
      if (now === hash) continue;
      const what = now === undefined ? 'is gone' : 'is another one now';
      faults.push({ process, why: `row ${seq} of its timeline, anchored at ${at}, ${what}` });
    }
  }
  return { heads: anchored.length, faults };
}
