import type { OrderContext, OrderWords } from '../../src/orders/letter-context.repository';
import { bakeryRules } from '../../src/bakery/rulebook.rules';
import type { NoticeFacts } from '../../src/process/outbox/facts';

const at = (iso: string): number => Date.parse(iso);

interface Given extends Partial<Omit<NoticeFacts, 'about' | 'shop'>>, Partial<Pick<OrderContext, 'before' | 'rules'>> {
  readonly order?: Partial<OrderWords>;
  readonly shop?: Partial<NoticeFacts['shop']>;
}

/** The facts of a letter about an order; a test changes what matters to it. */
export function someFacts({ order, shop, before = null, rules = bakeryRules(), ...more }: Given = {}): NoticeFacts<
  NoticeFacts['notice'],
  OrderContext
> {
  return {
    shop: {
      name: '麦香烘焙坊',
      address: '上海市徐汇区安福路 12 号',
      complaintPhone: '021-5555 0101',
      emergencyContact: '值班经理 139 0000 1234',
      zone: 'Asia/Shanghai',
      ...shop,
    },
    process: { kind: 'order', number: '20261123001', state: 'materials' },
    about: {
      kind: 'order',
      before,
      rules,
      order: {
        number: '20261123001',
        kind: 'bakery',
        state: 'materials',
        version: 1,
        occasion: 'birthday',
        consultant: '陈静',
        lines: [
          {
            product: 'birthday-cake',
            quantity: 1,
            flavour: '草莓奶油',
            size: '8-inch',
            unitPriceFen: 28_800,
            requirements: ['low-sugar'],
            allergens: ['egg', 'milk', 'gluten'],
            note: '写“生日快乐 乐乐”，插一支数字 6 蜡烛',
          },
          { product: 'cookie-box', quantity: 12, unitPriceFen: 1_250, requirements: ['none'], allergens: ['gluten'] },
        ],
        method: 'courier',
        address: '上海市静安区南京西路 1266 号 18 楼',
        recipient: { name: '林晓雨', phone: '13800138000' },
        deliveryAt: at('2026-12-01T15:00:00+08:00'),
        totalFen: 43_800,
        depositFen: 13_140,
        receivedFen: 13_140,
        refundedFen: 0,
        outstandingFen: 30_660,
        costsFen: 5_000,
        acceptedAt: at('2026-11-24T10:00:00+08:00'),
        changeWindowEndsAt: at('2026-11-27T10:00:00+08:00'),
        plannedStartAt: at('2026-11-30T08:00:00+08:00'),
        deliveredAt: at('2026-12-01T14:52:00+08:00'),
        ...order,
      },
    },
    audience: 'customer',
    writtenAt: at('2026-11-24T10:00:00+08:00'),
    recipientName: '林晓雨',
    notice: {},
    words: null,
    link: 'http://127.0.0.1:3000/o/token.signature',
    ...more,
  };
}
