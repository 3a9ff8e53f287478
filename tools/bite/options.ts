import { parseArgs } from 'node:util';
import { chanceOf } from '../../bench/chaos/prng';
import type { Bite } from './bite-types';

/** What a run was told. */
export interface Options {
  /** Only bites of these rules; of all without one. */
  readonly ids: readonly string[];
  /** Only bites whose id contains this. */
  readonly only: string | null;
  /** So many of them, drawn with the seed. */
  readonly sample: number | null;
  readonly seed: number;
  /** The system tests may run, too: minutes a bite. */
  readonly system: boolean;
  /** Only tests of plain functions run: seconds a bite. What they kill is kept, what survives them is not judged. */
  readonly plain: boolean;
  readonly list: boolean;
  /** Bites that an earlier run judged, by tests that are still the same, are not judged again. */
  readonly resume: boolean;
  /** The table of `docs/spec/bite.md` is written. */
  readonly write: boolean;
}

/** @throws {TypeError} for what is no option, {Error} for a number that is none and for a table of half the bites of a rule. */
export function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    id: { ...text, multiple: true },
    only: text,
    sample: text,
    seed: text,
    system: flag,
    plain: flag,
    list: flag,
    resume: flag,
    write: flag,
  } as const;
  const { values } = parseArgs({ args, options });
  const write = values.write === true;
  if (write && (values.only !== undefined || values.sample !== undefined)) throw new Error('--write needs every bite of its rules.');
  return {
    ids: values.id ?? [],
    only: values.only ?? null,
    sample: values.sample === undefined ? null : whole('sample', values.sample),
    seed: whole('seed', values.seed ?? '1'),
    system: values.system === true,
    plain: values.plain === true,
    list: values.list === true,
    resume: values.resume === true,
    write,
  };
}

function whole(name: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${name} must be a whole number of 1 or more, not ${value}.`);
  return Number(value);
}

/** The bites a run is about, in their order. The same seed draws the same sample; a row more or less elsewhere hardly changes it. */
export function chosen(bites: readonly Bite[], { ids, only, sample, seed }: Options): Bite[] {
  const named = bites.filter((bite) => ids.length === 0 || ids.some((id) => bite.ids.includes(id)));
  const wanted = named.filter((bite) => only === null || bite.id.includes(only));
  if (sample === null) return wanted;
  const drawn = wanted.map((bite) => ({ bite, lot: lotOf(seed, bite.id) })).sort((a, b) => a.lot - b.lot);
  const kept = new Set(drawn.slice(0, sample).map(({ bite }) => bite));
  return wanted.filter((bite) => kept.has(bite));
}

/** Chance by the bite's id, not by its place (FNV-1a, then Mulberry32). */
const lotOf = (seed: number, id: string): number =>
  chanceOf([...id].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed ^ 0x811c9dc5)).next();
