import { useLanguage } from './language';
import type { Language } from './tongue';

/** A word, or a sentence made from what stands in it. */
type Said = string | ((...given: never[]) => string);
type Book = Readonly<Record<string, Said>>;

/** The words of a page in both languages. A word that one of them lacks does not compile. */
export const inBoth = <const Zh extends Book>(both: {
  readonly zh: Zh;
  readonly en: { readonly [W in keyof Zh]: Zh[W] extends string ? string : Zh[W] };
}) => both as { readonly zh: Zh; readonly en: Zh };

/** The words of the language that the page speaks. */
export const useWords = <B>(both: Readonly<Record<Language, B>>): B => both[useLanguage()];
