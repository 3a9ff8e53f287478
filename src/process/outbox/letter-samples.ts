import { createRegister } from '../../base/register';
import type { LetterContext } from './facts';
import type { LetterFacts } from './register.letters';

/** What a letter is shown with where nothing has happened yet; `at` is shop time, epoch ms, so that its instants lie around now. */
type Sample<Facts = object> = (at: number) => Facts;

/** A sample for each letter of a table; `satisfies` ties the two. */
export type SamplesOf<Letters> = { readonly [T in keyof Letters & keyof LetterFacts]: Sample<LetterFacts[T]> };

const samples = createRegister<Sample>('sample of a letter');
const contexts = createRegister<Sample<LetterContext>>('sample of what letters are about');

/** Brings the samples of a chapter's letters. @throws when another chapter has one of that name. */
export const defineLetterSamples = (rows: Readonly<Record<string, Sample>>): void => samples.add(rows);
/** Brings an example of what a chapter's letters are about. @throws when another chapter has one of that kind. */
export const defineSampleContext = <C extends LetterContext>(kind: C['kind'], sample: Sample<C>): void => contexts.add({ [kind]: sample });

/** What a letter's workflow would say; nothing where its chapter shows none. */
export const sampleOf = (name: string, at: number): object => samples.find(name)?.(at) ?? {};
/** What a letter of this kind would be about: any example where it may be about anything, null where there is none. */
export function sampleContext(kind: string | undefined, at: number): LetterContext | null {
  const wanted = kind ?? contexts.names()[0];
  return wanted === undefined ? null : (contexts.find(wanted)?.(at) ?? null);
}
