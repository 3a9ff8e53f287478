import type { Language } from '../facts';
import { EN } from './en';
import type { Locale } from './words';
import { ZH_CN } from './zh-cn';

/** Every language letters are written in. */
export const LOCALES: Readonly<Record<Language, Locale>> = { 'zh-CN': ZH_CN, en: EN };
