import { inBoth } from './words';

/** What is said of an order wherever it stands: beside a task, and on its own page. */
export const ORDER_WORDS = inBoth({
  zh: {
    allergens: (names: string) => `过敏原：${names}`,
    total: '总额',
    paid: '已收',
    owed: '未收',
  },
  en: {
    allergens: (names: string) => `Allergens: ${names}`,
    total: 'total',
    paid: 'received',
    owed: 'owed',
  },
});
