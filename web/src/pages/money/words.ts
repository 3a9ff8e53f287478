import { inBoth } from '../../words/words';

/** The words of the page of money. */
export const MONEY_WORDS = inBoth({
  zh: {
    title: '款项',
    owed: '应收款',
    total: '合计',
    orders: (n: string) => `${n} 单`,
    behind: '未付清的订单',
    nothingOwed: '没有未付清的订单。',
    steps: '待处理的款项任务',
    nothingToDo: '没有待处理的款项任务。',
    since: (at: string) => `约定交付 ${at}`,
    paid: (yuan: string) => `已收 ¥${yuan}`,
    record: '登记收款',
    more: '显示更多',
  },
  en: {
    title: 'Money',
    owed: 'Receivables',
    total: 'In all',
    orders: (n: string) => (n === '1' ? '1 order' : `${n} orders`),
    behind: 'Orders of which something is owed',
    nothingOwed: 'Nothing is owed.',
    steps: 'Steps that move money',
    nothingToDo: 'No step that moves money is open.',
    since: (at: string) => `promised ${at}`,
    paid: (yuan: string) => `received ¥${yuan}`,
    record: 'Record a payment',
    more: 'Show more',
  },
});
