import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '../api/queries';
import { Refused } from '../api/problems';
import { useLanguage } from '../words/language';
import { SHELL_WORDS } from '../words/shell.words';
import type { Language } from '../words/tongue';
import { useWords } from '../words/words';

/** Why something did not happen and what to do about it, in the reader's words: a refusal as the shop says it, or that no answer came. */
export function WhyNot({ error }: { readonly error: Error }) {
  const words = useWords(SHELL_WORDS);
  if (!(error instanceof Refused)) return <p>{words.offline}</p>;
  return (
    <>
      <p>{error.message}</p>
      <Remedy code={error.code} />
    </>
  );
}

/** What a person does about a refusal, as the catalogue has it; nothing for what only this page says. */
export function Remedy({ code }: { readonly code: string }) {
  const language = useLanguage();
  const { data: lists } = useQuery(catalogueQuery());
  const problem = lists?.['problems']?.find(({ id }) => id === code);
  const remedy = problem?.['remedy'] as Readonly<Record<Language, string>> | undefined;
  return remedy && <p className="remedy">{remedy[language]}</p>;
}
