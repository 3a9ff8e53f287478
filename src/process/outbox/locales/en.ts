import type { Locale } from './words';

/** English. */
export const EN: Locale = {
  frame: {
    greetings: { customer: 'Dear {name},', staff: 'Hello {name},', supplier: 'Dear {name},' },
    footers: {
      customer: ['{shop} · {shopAddress}', 'Emergency contact {emergency} · Complaints {complaints}'],
      staff: ['{shop}', 'Sent by the order system; please do not reply. All times are local to the shop.'],
      supplier: ['{shop} · {shopAddress}', 'Telephone {emergency} · All times are local to the shop.'],
    },
    around: { signature: '{shop}', sentBy: 'Sent by our order system. All times are local to the shop.' },
  },
  headings: { task: 'Task' },
  labels: { why: 'Why', due: 'Due', because: 'Because', rung: 'Raised', words: 'Words' },
  lists: { and: ', ', colon: ': ' },
};
