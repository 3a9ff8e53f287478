import type { SupplierFacts } from './supplier-facts.letters';
import { defineLetter } from '../process/outbox/letter.letters';

/** To a supplier: can you deliver? With an answer link (BAK-59). */
export const supplierRequest = defineLetter<SupplierFacts>({
  recipient: 'supplier',
  rules: ['BAK-59'],
  urgent: true,
  cards: [],
  life: {
    falls: ['promised', 'refused', 'no-answer', 'withdrawn', 'failed'].map((result) => ({
      event: `supplier.${result}`,
      same: { exceptionId: 'exception', supplierId: 'supplier' },
    })),
    byOthers: true,
  },
  values: ({ notice }, p) => ({ item: p.name('item', notice.item), answerBy: p.when(notice.expiresAt) }),
  name: { zh: '供应商询货', en: 'request to a supplier' },
  words: {
    zh: {
      subject: '【询货】{item}｜请于 {answerBy} 前答复',
      title: '能否供应：{item}',
      paragraphs: [
        '我店急需“{item}”，想请问贵方能否供应。',
        '请在 {answerBy} 前点击下方按钮答复，并注明可送达的时间；逾期我们将询问其他供应商。',
      ],
      button: '答复能否供应',
    },
    en: {
      subject: '[Request] {item} | please answer by {answerBy}',
      title: 'Can you deliver {item}?',
      paragraphs: [
        'We urgently need “{item}” and would like to know whether you can deliver it.',
        'Please answer by {answerBy} with the button below and say when it can be here. After that we ask elsewhere.',
      ],
      button: 'Answer',
    },
  },
});
