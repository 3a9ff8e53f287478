import type { TwoNames } from '../../process/outbox/names';

const row = (zh: string, en: string): TwoNames => ({ zh, en });

/** What stands over the columns of exported orders. */
export const ORDER_SHEET_WORDS = {
  title: row('订单', 'Orders'),
  number: row('订单号', 'Order'),
  state: row('状态', 'State'),
  overlays: row('标记', 'Marks'),
  goods: row('订购内容', 'Ordered'),
  customer: row('顾客', 'Customer'),
  phone: row('电话（部分隐藏）', 'Telephone (partly hidden)'),
  deliveryAt: row('约定交付', 'Promised'),
  method: row('交付方式', 'Delivery method'),
  deliveredAt: row('实际交付', 'Delivered'),
  total: row('总额（元）', 'Total (¥)'),
  received: row('已收（元）', 'Received (¥)'),
  refunded: row('已退（元）', 'Refunded (¥)'),
  outstanding: row('未付（元）', 'Outstanding (¥)'),
  age: row('账龄', 'Age'),
  takenAt: row('接单时间', 'Taken'),
  takenBy: row('接单人', 'Taken by'),
};
