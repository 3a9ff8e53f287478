import type { OrderState, Stage } from '../domain/order-state';

/** The states of an order in the customer's words. */
export const STATE_WORDS: Readonly<Record<OrderState, string>> = {
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
};

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  materials: '备料',
  making: '制作',
  'quality-check': '质检',
  decoration: '装饰',
};
