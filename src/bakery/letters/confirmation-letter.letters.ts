import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { CHANGED, DELIVERED, ENDED, PAID, REFUNDED, START_MOVED } from '../../process/outbox/life.letters';
import { BAKERY, BAKERY_VERSION } from '../rulebook.rules';
import { toMs } from '../../base/rule';

const blank = (x: string | null): boolean => (x ?? '').trim() === '';

/** To the customer: 《定制订单确认函》 (BAK-33). It must name production cycle, delivery method and emergency contact (BAK-34). */
export const confirmationLetter = defineOrderLetter<{ readonly version: number }>({
  recipient: 'customer',
  rules: ['BAK-33', 'BAK-34'],
  urgent: true,
  arrivesWithin: (rulesVersion) => (rulesVersion === BAKERY_VERSION ? toMs(BAKERY.letterDelivered.value) : null),
  cards: ['goods', 'schedule', 'delivery', 'amounts', 'refunds'],
  demands: [
    {
      what: 'the production cycle',
      rule: 'BAK-34',
      lack: { pointer: '/order/plannedStartAt', code: 'lacks-planned-start' },
      given: ({ about }) => about.order.plannedStartAt !== null,
    },
    {
      what: 'the delivery method',
      rule: 'BAK-34',
      lack: { pointer: '/order/delivery', code: 'lacks-delivery-method' },
      given: ({ about: { order } }) => order.method === 'pickup' || (order.method === 'courier' && !blank(order.address)),
    },
    {
      what: 'the emergency contact',
      rule: 'BAK-34',
      lack: { pointer: '/shop/emergencyContact', code: 'lacks-emergency-contact' },
      given: ({ shop }) => !blank(shop.emergencyContact),
    },
  ],
  life: {
    falls: [CHANGED, START_MOVED, DELIVERED, ...ENDED],
    renewed: [PAID, REFUNDED, { event: 'change-window.closed' }],
    newest: [],
  },
  name: { zh: '定制订单确认函', en: 'order confirmation' },
  words: {
    zh: {
      subject: '《定制订单确认函》｜订单 {order}',
      title: '定制订单确认函',
      paragraphs: [
        '{reissued, select, yes {您的订单已更新，这是更新后的确认函（第 {version} 版），此前的版本同时作废。} other {感谢您的信任！{paid, select, all {您的款项已全部收到，} part {您的预付款已收到，} other {}}我们已正式接单。}}',
        '以下是为您确认的内容，请核对；如有出入，请尽快告诉我们。',
      ],
      button: '查看订单进度',
      closing: ['我们会用心烘焙每一份幸福，期待与您分享。'],
      sms: '【{shop}】订单{order}{reissued, select, yes {已更新} other {已确认}}：制作周期{cycle}；{method, select, courier {送货上门} other {到店自取}}，{deliveryShort}；应急联系{emergency}。确认函：{link}',
    },
    en: {
      subject: 'Confirmation of your custom order | order {order}',
      title: 'Order confirmation',
      paragraphs: [
        '{reissued, select, yes {Your order has been changed. This is version {version} of the confirmation; earlier ones no longer hold.} other {Thank you for your trust! {paid, select, all {Your payment has arrived in full and we} part {Your prepayment has arrived and we} other {We}} have accepted your order.}}',
        'This is what we have agreed. Please check it, and tell us soon if anything is not right.',
      ],
      button: 'Follow your order',
      closing: ['Every portion of happiness, baked with care.'],
      sms: '{shop}: order {order} {reissued, select, yes {updated} other {confirmed}}. Production: {cycle}; {method, select, courier {delivery} other {pick-up}} {deliveryShort}; emergency contact {emergency}. Letter: {link}',
    },
  },
});
