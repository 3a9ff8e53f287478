import type { SupplierFacts } from './supplier-facts.letters';
import { defineLetter } from '../process/outbox/letter.letters';

/** To a supplier: no longer needed (BAK-59). */
export const supplierWithdrawn = defineLetter<SupplierFacts>({
  recipient: 'supplier',
  rules: ['BAK-59'],
  urgent: true,
  cards: [],
  life: {},
  values: ({ notice }, p) => ({ item: p.name('item', notice.item) }),
  name: { zh: '询货取消', en: 'request withdrawn' },
  words: {
    zh: {
      subject: '【询货取消】{item}',
      title: '无需供应：{item}',
      paragraphs: ['此前询问的“{item}”现已不再需要，请不必准备。', '感谢贵方的支持，期待下次合作。'],
    },
    en: {
      subject: '[Withdrawn] {item}',
      title: 'No longer needed: {item}',
      paragraphs: [
        'We asked you for “{item}”; it is no longer needed, so please do not prepare it.',
        'Thank you for your help. Until next time.',
      ],
    },
  },
});
