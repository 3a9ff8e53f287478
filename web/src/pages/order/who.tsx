import type { Answer } from '../../api/route-types';
import { useWords } from '../../words/words';
import { ORDER_PAGE_WORDS } from './words';

type Actor = Answer<'GET /orders/{number}/timeline'>['items'][number]['actor'];

/** What whoever acted is called. */
export function useWho(): (actor: Actor) => string {
  const words = useWords(ORDER_PAGE_WORDS);
  return ({ name, kind }) => name ?? { customer: words.customerDid, supplier: words.supplierDid }[kind as string] ?? words.theShop;
}
