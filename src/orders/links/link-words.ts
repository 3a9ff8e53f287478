import type { CancelCause } from '../order.messages';
import type { OrderState, Stage } from '../order-state.rules';

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
  readonly ordered: string;
  readonly deliveryAt: Readonly<Record<'courier' | 'pickup', string>>;
  readonly place: Readonly<Record<'courier' | 'pickup', string>>;
  readonly recipient: Readonly<Record<'courier' | 'pickup', string>>;
  readonly deliveredAt: string;
  /** BAK-39, BAK-40. */
  readonly cancelledBecause: Readonly<Record<CancelCause, string>>;
  readonly outstanding: string;
  readonly refund: Readonly<Record<'heading' | 'owed' | 'paid' | 'none', string>>;
  readonly changesUntil: string;
  /** BAK-31, BAK-32. */
  readonly money: Readonly<Record<'total' | 'received' | 'deposit', string>>;
  /** BAK-36. What the customer asks for by the page is the hour; everything else by telephone. */
  readonly change: Readonly<Record<'heading' | 'deliveryAt' | 'reason' | 'other' | 'pending' | 'would', string>>;
  /** BAK-40. */
  readonly cancellation: Readonly<Record<'heading' | 'reason' | 'send' | 'asked', string>>;
  readonly send: string;
  readonly design: Readonly<
    Record<'heading' | 'picture' | 'larger' | 'confirmed' | 'seen' | 'look' | 'approved' | 'rejected' | 'comments', string>
  >;
  /** BAK-45. */
  readonly details: Readonly<
    Record<'heading' | 'check' | 'method' | 'phone' | 'right' | 'correct' | 'leaveEmpty' | 'lastFour' | 'sendCorrection' | 'other', string>
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
  ordered: '订购内容',
  deliveryAt: { courier: '送达时间', pickup: '取货时间' },
  place: { courier: '送货地址', pickup: '取货地址' },
  recipient: { courier: '收件人', pickup: '取货人' },
  deliveredAt: '交付于',
  cancelledBecause: {
    store: '因本店原因取消，已收款项全额退还。',
    customer: '应您的要求取消，已产生的成本从已收款项中扣除。',
    neither: '因双方之外的原因取消。',
  },
  outstanding: '待付',
  refund: { heading: '退款', owed: '待退款', paid: '已退款', none: '没有需要退还的款项' },
  changesUntil: '可调整至',
  money: { total: '总额', received: '已付', deposit: '预付款' },
  change: {
    heading: '申请更改交付时间',
    deliveryAt: '新的交付时间（整点）',
    reason: '原因',
    other: '需要更改其他内容，请致电门店。',
    pending: '您的更改申请正在等待门店确认，在此之前按原订单制作。',
    would: '这样更改之后',
  },
  cancellation: {
    heading: '申请取消订单',
    reason: '取消原因',
    send: '申请取消',
    asked: '您已申请取消，正在等待门店确认。',
  },
  send: '提交',
  design: {
    heading: '确认设计稿',
    picture: '设计稿',
    larger: '点按图片可看大图。',
    confirmed: '您确认的设计',
    seen: '设计稿由订单顾问请您过目；如果还没有看到，请致电门店。',
    look: '请仔细查看设计稿，再决定。',
    approved: '确认，就这样做',
    rejected: '需要修改',
    comments: '意见（需要修改时请填写）',
  },
  details: {
    heading: '确认交付信息',
    check: '请核对上方的交付时间、方式、地址和收件人。',
    method: '交付方式',
    phone: '联系电话',
    right: '确认无误',
    correct: '地址或收件人有变？请在此更正',
    leaveEmpty: '不变的可以留空；更换收件人时，姓名和电话都要填写。',
    lastFour: '下单手机号的末四位',
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
  ordered: 'Ordered',
  deliveryAt: { courier: 'Delivery', pickup: 'Pick-up' },
  place: { courier: 'Address', pickup: 'Collect at' },
  recipient: { courier: 'Recipient', pickup: 'Collected by' },
  deliveredAt: 'Handed over',
  cancelledBecause: {
    store: 'Cancelled for a cause of ours: everything you paid is refunded.',
    customer: 'Cancelled at your wish: costs that had arisen are deducted from what you paid.',
    neither: 'Cancelled for a cause that is neither yours nor ours.',
  },
  outstanding: 'To be paid',
  refund: { heading: 'Refund', owed: 'To be refunded', paid: 'Refunded', none: 'nothing is to be refunded' },
  changesUntil: 'Changes until',
  money: { total: 'Total', received: 'Paid', deposit: 'Prepayment' },
  change: {
    heading: 'Ask for another time',
    deliveryAt: 'New time (a whole hour)',
    reason: 'Reason',
    other: 'To change anything else, please call the shop.',
    pending: 'Your change waits for the shop’s decision; until then the order is made as it was.',
    would: 'What it would do',
  },
  cancellation: {
    heading: 'Ask to cancel the order',
    reason: 'Reason',
    send: 'Ask to cancel',
    asked: 'You have asked to cancel; the shop’s decision is awaited.',
  },
  send: 'Send',
  design: {
    heading: 'Confirm your design',
    picture: 'The design draft',
    larger: 'Tap the picture to see it large.',
    confirmed: 'The design you confirmed',
    seen: 'Your consultant shows you the draft; if you have not seen it, please call the shop.',
    look: 'Please look at the draft closely, then decide.',
    approved: 'Yes, make it like this',
    rejected: 'Please change it',
    comments: 'Comments (needed for a change)',
  },
  details: {
    heading: 'Confirm your delivery details',
    check: 'Please check the hour, method, address and recipient above.',
    method: 'Method',
    phone: 'Telephone',
    right: 'Everything is right',
    correct: 'Another address or recipient? Correct it here',
    leaveEmpty: 'Leave empty what stays as it is; a new recipient needs both name and telephone.',
    lastFour: 'The last four digits of the telephone you ordered with',
    sendCorrection: 'Send the correction',
    other: 'If the time or the method is not right, please call the shop.',
  },
  methods: { courier: 'delivery to the door', pickup: 'pick-up at the shop' },
  alternative: { heading: 'An ingredient has run out: please choose', none: 'None of these: cancel the order and refund me in full' },
  rating: { heading: 'Rate your order', score: 'Score (1–5)', comment: 'Comment' },
};

export const PAGE_WORDS: Readonly<Record<PageLanguage, PageWords>> = { 'zh-CN': ZH_CN, en: EN };

const SIZES: Readonly<Record<PageLanguage, Readonly<Record<string, string>>>> = {
  'zh-CN': { inch: '{n}寸', tier: '{n}层', piece: '{n}只装', person: '{n}人份' },
  en: { inch: '{n} inches', tier: '{n} tiers', piece: '{n} pieces', person: 'for {n} people' },
};
/** A size of the catalogue (`8-inch`) in words; the shop's own words stay as they are. */
export function sizeWords(size: string, language: PageLanguage): string {
  const [, n = '', unit = ''] = /^(\d+)-([a-z]+)$/.exec(size) ?? [];
  return SIZES[language][unit]?.replace('{n}', n) ?? size;
}

/** What the script says of an answer, by the page's language. */
export const RESULT_WORDS: Readonly<
  Record<PageLanguage, Readonly<Record<'accepted' | 'conflict' | 'refused' | 'unknown' | 'ended' | 'tooOften' | 'offline', string>>>
> = {
  'zh-CN': {
    accepted: '已收到，谢谢。',
    conflict: '此项已答复或已不再需要。',
    refused: '未能提交，请检查后重试。',
    unknown: '手机号末四位不符，未作更正。如有困难，请致电门店。',
    ended: '此链接已失效，请联系店铺重新获取。',
    tooOften: '此链接今天的操作次数已满，请致电门店。',
    offline: '网络不通，请稍后重试。',
  },
  en: {
    accepted: 'Received, thank you.',
    conflict: 'This has been answered, or is no longer needed.',
    refused: 'This could not be sent. Please check it and try again.',
    unknown: 'These are not the last four digits we have. Nothing was corrected; please call the shop if you need help.',
    ended: 'This link is no longer valid. Please ask the shop for a new one.',
    tooOften: 'This link has been used as often as it may be today. Please call the shop.',
    offline: 'There is no connection. Please try again in a moment.',
  },
};

/** What a try by link answers (`?check=1`). */
export const CHECK_WORDS = {
  zh: {
    samePrice: '价格不变。',
    price: (isLess: boolean, amount: string) => `价格${isLess ? '减少' : '增加'} ${amount}。`,
    topUp: (amount: string) => `需补交预付款 ${amount}。`,
    changeDecided: '提交后由门店确认，确认前按原订单制作。',
    refund: (amount: string) => `按目前已产生的成本计算，可退 ${amount}。`,
    cancellationDecided: '提交后由门店确认，以确认时的金额为准。',
  },
  en: {
    samePrice: 'The price stays as it is.',
    price: (isLess: boolean, amount: string) => `The price ${isLess ? 'falls' : 'rises'} by ${amount}.`,
    topUp: (amount: string) => `The prepayment is topped up by ${amount}.`,
    changeDecided: 'The shop decides once you send it; until then the order is made as it was.',
    refund: (amount: string) => `By the costs so far, ${amount} would be refunded.`,
    cancellationDecided: 'The shop decides once you send it; what counts is the amount at that moment.',
  },
} as const;

/** Why a link does not open. Whose it was is not known then, so it is said in every language. */
export const UNOPENED_WORDS = {
  title: { 'zh-CN': '无法打开', en: 'This page cannot be opened' },
  'link-expired': {
    'zh-CN': '此链接已过期或已撤回，请联系店铺重新获取。',
    en: 'This link has expired or was withdrawn. Please ask the shop for a new one.',
  },
  'no-such-link': {
    'zh-CN': '链接无效或不完整，请从邮件或短信中重新打开。',
    en: 'This link is not valid or not complete. Please open it from the letter or text message again.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<PageLanguage, string>>>>;
