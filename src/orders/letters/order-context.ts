import { defineLetterContext } from '../../process/outbox/letter-contexts';
import { gatherOrders, type OrderContext } from '../letter-context.repository';
import { ORDER_CARDS } from './cards';
import './names';
import { orderValues } from './values';

defineLetterContext<OrderContext>('order', {
  zh: {
    called: '订单 {order}',
    line: '订单号 {order}',
    signature: '{hasConsultant, select, yes {您的订单顾问 {consultant} 敬上} other {{shop} 敬上}}',
    sentBy: '本邮件由系统代订单顾问发出，时间均为门店当地时间。',
  },
  en: {
    called: 'order {order}',
    line: 'Order {order}',
    signature: '{hasConsultant, select, yes {{consultant}, your consultant at {shop}} other {{shop}}}',
    sentBy: 'Sent for your consultant by our order system. All times are local to the shop.',
  },
  gather: gatherOrders,
  values: orderValues,
  cards: ORDER_CARDS,
});
