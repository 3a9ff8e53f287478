import { createRegister } from '../../base/register';
import type { LetterContext, NoticeFacts } from './facts';
import type { FactNames } from './facts.letters';
import type { Letter } from './letter.letters';

/** What each letter is written from, by its name; a chapter adds its own, and who writes one is held to it. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- chapters add to it
export interface LetterFacts {}
/** A letter's name, as it stands on its rows. */
export type NoticeTemplate = keyof LetterFacts;
/** The name of a fact of any letter. */
export type FactName = FactNames<LetterFacts[NoticeTemplate]>;
/** Facts of whichever letter: what several of them share is worded from these, and a name that no letter has does not compile. */
export type AnyNoticeFacts<About = LetterContext | null> = NoticeFacts<Readonly<Partial<Record<FactName, unknown>>>, About>;

const letters = createRegister<Letter>('letter');

/** Brings a chapter's letters to the house. @throws when another chapter has one of that name. */
export const defineLetters = (rows: Readonly<Record<string, Letter>>): void => letters.add(rows);
/** All of a letter. @throws for one that no chapter has. */
export const letterOf = (template: NoticeTemplate): Letter => letters.get(template);
/** Rows outlive the letters of their day. */
export const isNoticeTemplate = (x: string): x is NoticeTemplate => letters.has(x);
/** In the order in which a later fact is held against them. */
export const noticeTemplates = (): readonly NoticeTemplate[] => letters.names() as NoticeTemplate[];
