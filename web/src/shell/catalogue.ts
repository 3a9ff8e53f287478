import { useQuery } from '@tanstack/react-query';
import { catalogueQuery, peopleQuery } from '../api/queries';
import { useLanguage } from '../words/language';

/** What the shop's things are called; their ids until the catalogue has come. */
export function useNames(): (list: string, id: string) => string {
  const language = useLanguage();
  const { data: lists } = useQuery(catalogueQuery());
  return (list, id) => lists?.[list]?.find((entry) => entry.id === id)?.[language] ?? id;
}

/** What people are called; undefined for whoever is not of this store. */
export function usePeople(): (id: string) => string | undefined {
  const { data: people } = useQuery(peopleQuery());
  return (id) => people?.[id];
}
