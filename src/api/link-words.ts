import type { OrderState, Stage } from '../domain/order-state';

/** The languages of the customer's page, as in the letters that lead there; anything else falls back to the first. */
export type PageLanguage = 'zh-CN' | 'en';
export const pageLanguageOf = (wanted: string): PageLanguage => (wanted === 'en' ? 'en' : 'zh-CN');

/** What the customer's page says in one language. */
export interface PageWords {
  readonly colon: string;
  /** Before the order's number. */
  readonly order: string;
  readonly state: string;
  /** BAK-06. The states of an order in the customer's words. */
  readonly states: Readonly<Record<OrderState, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly progress: Readonly<Record<'waiting' | 'underWay' | 'done', string>>;
  readonly deliveryAt: Readonly<Record<'courier' | 'pickup', string>>;
  readonly outstanding: string;
  readonly changesUntil: string;
  /** The page has no form for a change. */
  readonly howToChange: string;
  readonly send: string;
  readonly design: Readonly<Record<'heading' | 'seen' | 'approved' | 'rejected' | 'comments', string>>;
  /** BAK-45. */
  readonly details: Readonly<
    Record<'heading' | 'check' | 'method' | 'address' | 'recipient' | 'phone' | 'right' | 'correct' | 'sendCorrection' | 'other', string>
  >;
  readonly methods: Readonly<Record<'courier' | 'pickup', string>>;
  readonly alternative: Readonly<Record<'heading' | 'none', string>>;
  readonly rating: Readonly<Record<'heading' | 'score' | 'comment', string>>;
}

const ZH_CN: PageWords = {
  colon: '：',
  order: '订单',
  state: '状态',
  states: {
    draft: '已收到',
    'awaiting-design': '等待您确认设计稿',
    'feasibility-review': '正在审核',
    'awaiting-deposit': '等待预付款',
    materials: '备料中',
    making: '制作中',
    decoration: '装饰中',
    'final-check': '质检中',
    packing: '打包中',
    ready: '已备好',
    'out-for-delivery': '配送中',
    delivered: '已交付',
    closed: '已完成',
    declined: '未能接单',
    cancelled: '已取消',
  },
  stages: { materials: '备料', making: '制作', 'quality-check': '质检', decoration: '装饰' },
  progress: { waiting: '未开始', underWay: '进行中', done: '已完成' },
  deliveryAt: { courier: '送达时间', pickup: '取货时间' },
  outstanding: '待付',
  changesUntil: '可调整至',
  howToChange: '如需调整，请致电门店。',
  send: '提交',
  design: {
    heading: '确认设计稿',
    seen: '设计稿由订单顾问请您过目；如果还没有看到，请致电门店。',
    approved: '确认，就这样做',
    rejected: '需要修改',
    comments: '意见（需要修改时请填写）',
  },
  details: {
    heading: '确认交付信息',
    check: '请核对以下交付信息。',
    method: '交付方式',
    address: '送货地址',
    recipient: '收件人',
    phone: '联系电话',
    right: '确认无误',
    correct: '地址或收件人有变？请在此更正',
    sendCorrection: '提交更正',
    other: '时间或交付方式有变，请致电门店。',
  },
  methods: { courier: '送货上门', pickup: '到店自取' },
  alternative: { heading: '原料不足，请选择备选方案', none: '都不合意，取消订单并全额退款' },
  rating: { heading: '为本次订单评分', score: '评分（1–5）', comment: '评语' },
};

const EN: PageWords = {
  colon: ': ',
  order: 'Order',
  state: 'State',
  states: {
    draft: 'received',
    'awaiting-design': 'waiting for you to confirm the design',
    'feasibility-review': 'being reviewed',
    'awaiting-deposit': 'waiting for the prepayment',
    materials: 'ingredients are being got ready',
    making: 'being made',
    decoration: 'being decorated',
    'final-check': 'being checked',
    packing: 'being packed',
    ready: 'ready',
    'out-for-delivery': 'on its way',
    delivered: 'delivered',
    closed: 'completed',
    declined: 'could not be taken',
    cancelled: 'cancelled',
  },
  stages: { materials: 'Ingredients', making: 'Making', 'quality-check': 'Quality check', decoration: 'Decoration' },
  progress: { waiting: 'not started', underWay: 'under way', done: 'done' },
  deliveryAt: { courier: 'Delivery', pickup: 'Pick-up' },
  outstanding: 'To be paid',
  changesUntil: 'Changes until',
  howToChange: 'To change anything, please call the shop.',
  send: 'Send',
  design: {
    heading: 'Confirm your design',
    seen: 'Your consultant shows you the draft; if you have not seen it, please call the shop.',
    approved: 'Yes, make it like this',
    rejected: 'Please change it',
    comments: 'Comments (needed for a change)',
  },
  details: {
    heading: 'Confirm your delivery details',
    check: 'Please check the details below.',
    method: 'Method',
    address: 'Address',
    recipient: 'Recipient',
    phone: 'Telephone',
    right: 'Everything is right',
    correct: 'Another address or recipient? Correct it here',
    sendCorrection: 'Send the correction',
    other: 'If the time or the method is not right, please call the shop.',
  },
  methods: { courier: 'delivery to the door', pickup: 'pick-up at the shop' },
  alternative: { heading: 'An ingredient has run out: please choose', none: 'None of these: cancel the order and refund me in full' },
  rating: { heading: 'Rate your order', score: 'Score (1–5)', comment: 'Comment' },
};

export const PAGE_WORDS: Readonly<Record<PageLanguage, PageWords>> = { 'zh-CN': ZH_CN, en: EN };

/** What the script says of an answer, by the page's language. */
export const RESULT_WORDS: Readonly<Record<PageLanguage, Readonly<Record<'accepted' | 'conflict' | 'refused' | 'offline', string>>>> = {
  'zh-CN': {
    accepted: '已收到，谢谢。',
    conflict: '此项已答复或已不再需要。',
    refused: '未能提交，请检查后重试。',
    offline: '网络不通，请稍后重试。',
  },
  en: {
    accepted: 'Received, thank you.',
    conflict: 'This has been answered, or is no longer needed.',
    refused: 'This could not be sent. Please check it and try again.',
    offline: 'There is no connection. Please try again in a moment.',
  },
};

/** The supplier's page; suppliers are written to in Chinese. */
export const SUPPLIER_WORDS = {
  title: '供货询问',
  item: '所需原料',
  neededBy: '最迟',
  answered: '此询问已答复或已结束，谢谢。',
  heading: '能否供货？',
  available: '可以',
  unavailable: '不可以',
  promisedAt: '送达时间',
  send: '答复',
} as const;

/** Why a link does not open. Whose it was is not known then, so it is said in every language. */
export const UNOPENED_WORDS = {
  title: { 'zh-CN': '无法打开', en: 'This page cannot be opened' },
  'link-expired': { 'zh-CN': '此链接已过期，请联系店铺重新获取。', en: 'This link has expired. Please ask the shop for a new one.' },
  'no-such-link': {
    'zh-CN': '链接无效或不完整，请从邮件或短信中重新打开。',
    en: 'This link is not valid or not complete. Please open it from the letter or text message again.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<PageLanguage, string>>>>;
