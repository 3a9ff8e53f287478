import type { Words } from '../../platform/words/instants';

/** BAK-29. What is said of the room on the days of a plan. ICU messages; amounts are minutes of one person's work. */
export const ROOM_WORDS = {
  needs: {
    zh: '此单需要（分钟）：制作 {making}，装饰 {decoration}',
    en: 'This order takes, in minutes: making {making}, decoration {decoration}',
  },
  day: { zh: '{day} 剩余：制作 {making}，装饰 {decoration}', en: '{day} has left: making {making}, decoration {decoration}' },
  unlimited: { zh: '不限', en: 'without limit' },
} as const satisfies Record<string, Words>;
