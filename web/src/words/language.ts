import { useSyncExternalStore } from 'react';
import { createListeners } from '../listeners';
import { tagOf, type Language } from './tongue';

const KEPT = 'levain.language';
const { listen, tell } = createListeners();

const first = (): Language => {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag))?.startsWith('en') ? 'en' : 'zh';
};
let current: Language = first();
document.documentElement.lang = tagOf(current);

/** In which language the page speaks: what was chosen on this device, else what the browser prefers, else Chinese. */
export const language = (): Language => current;

export function choose(wanted: Language): void {
  current = wanted;
  localStorage.setItem(KEPT, wanted);
  document.documentElement.lang = tagOf(wanted);
  tell();
}

export const useLanguage = (): Language => useSyncExternalStore(listen, language);
