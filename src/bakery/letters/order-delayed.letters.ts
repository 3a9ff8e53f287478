import type { TaskAnswers } from '../../process/tasks/tasks.rules';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { CHANGED, DELIVERED, ENDED, REPLACED } from '../../process/outbox/life.letters';

/** How the letter words each cause. */
const CAUSES = { 'severe-weather': 'weather', 'delivery-problem': 'road', overdue: 'overdue', replacement: 'replacement' } as const;

interface Delay {
  readonly type: keyof typeof CAUSES;
  readonly exception?: string;
  /** BAK-71. The delivery staff's backup plan. */
  readonly plan?: TaskAnswers['dispatch-check']['backupPlan'] | null;
  /** The hour newly promised. */
  readonly deliveryAt?: number;
}

/** To the customer: it comes late, and why (BAK-39, BAK-72), or another one is made (BAK-76). */
export const orderDelayed = defineOrderLetter<Delay>({
  recipient: 'customer',
  rules: ['BAK-39', 'BAK-71', 'BAK-72', 'BAK-76'],
  urgent: true,
  cards: ['delivery'],
  life: { falls: [CHANGED, REPLACED, DELIVERED, ...ENDED], newest: [] },
  values: ({ notice }) => ({ delay: CAUSES[notice.type] }),
  name: { zh: '延误致歉', en: 'apology for a delay' },
  words: {
    zh: {
      subject: '关于交付时间的说明与歉意｜订单 {order}',
      title: '关于交付时间',
      paragraphs: [
        '非常抱歉，{delay, select, weather {受恶劣天气影响，} road {派送途中出现了意外情况，} other {}}{delay, select, overdue {您的订单未能在约定的 {deliveryAt} 交付。} replacement {签收时发现了问题，我们将为您重新制作，并于 {deliveryAt} 交付，不另收费。} other {您的订单可能晚于约定的 {deliveryAt} 交付。}}',
        '{delay, select, replacement {} other {我们正在全力处理，确定新的时间后会立即与您联系。}}若因我方原因逾期，您可以选择取消订单{paid, select, none {} other {并获得全额退款}}。',
        '您也可以随时拨打应急联系电话 {emergency}。',
      ],
      button: '查看订单',
      sms: '【{shop}】非常抱歉，订单{order}{delay, select, overdue {未能在{deliveryShort}交付，我们正全力处理并会尽快联系您} replacement {将重新制作，{deliveryShort}交付，不另收费} other {可能晚于{deliveryShort}交付，我们正全力处理并会尽快联系您}}。应急联系{emergency}',
    },
    en: {
      subject: 'About the time of your delivery | order {order}',
      title: 'About your delivery',
      paragraphs: [
        'We are sorry: {delay, select, weather {because of severe weather} road {because of trouble on the way} replacement {something was wrong with what we brought.} other {for a reason we are looking into}} {delay, select, overdue {your order has not arrived by {deliveryAt}.} replacement {We are making it again, and you get it on {deliveryAt}, at no further charge.} other {your order may arrive later than {deliveryAt}.}}',
        '{delay, select, replacement {} other {We are doing all we can and will call you as soon as we know the new time. }}If the delay is our fault, you may cancel{paid, select, none {} other { and get all your money back}}.',
        'Our emergency contact is {emergency}.',
      ],
      button: 'See the order',
      sms: '{shop}: we are sorry, order {order} {delay, select, overdue {has not arrived by {deliveryShort}. We will be in touch} replacement {is made again, for {deliveryShort}, at no charge} other {may arrive later than {deliveryShort}. We will be in touch}}. Emergency contact {emergency}',
    },
  },
});
