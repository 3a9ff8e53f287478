import { createContext, useContext, useMemo } from 'react';
import type { Me } from '../api/route-types';
import type { When } from '../time/time';
import { useLanguage } from '../words/language';

const Signed = createContext<Me | null>(null);
export const MeProvider = Signed.Provider;

/** Who is signed in. */
export function useMe(): Me {
  const me = useContext(Signed);
  if (!me) throw new Error('nobody is signed in');
  return me;
}

/** In whose zone and language instants are shown: the store's, wherever its people are. */
export function useWhen(): When {
  const { store } = useMe();
  const language = useLanguage();
  return useMemo(() => ({ zone: store.zone, language }), [store.zone, language]);
}
