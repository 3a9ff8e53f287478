import { LABELS } from '../letters/words';
import { goodsIn } from '../goods';
import { PAPER_NAMES } from '../words/papers';
import { allergenBlock, needsOf } from './on-paper';
import type { OrderPaper } from './order-paper';
import { stillMade } from './still-made';

/** BAK-65. The mark on what breaks easily: the regulation wants the Chinese word, whoever reads the label. */
export const FRAGILE_MARK = '易碎 FRAGILE';

/** BAK-65, BAK-69. What is stuck on the box: whose it is, when it is due, what is in it, and how to carry it. The QR code opens the order. */
export const PACKING_LABEL: OrderPaper = {
  names: PAPER_NAMES.label,
  reader: 'staff',
  prepare: ({ settings }, order) =>
    Promise.resolve({
      lacks: stillMade(order),
      write(p) {
        const { number, lines, delivery, customer, deliveryAt, facts } = order;
        const needs = needsOf(lines, p);
        return {
          size: 'label',
          onePage: true,
          blocks: [
            {
              kind: 'beside',
              width: 22,
              left: [
                { kind: 'text', text: number, size: 1.9, bold: true },
                { kind: 'text', text: (delivery.recipient ?? customer).name, size: 1.4, bold: true },
                { kind: 'text', text: `${p.shortWhen(deliveryAt)} · ${p.name('method', delivery.method)}`, bold: true },
                { kind: 'text', text: goodsIn(lines, p) },
                ...(needs === ''
                  ? []
                  : [{ kind: 'text' as const, text: `${p.named(LABELS.requirements)}${p.locale.lists.colon}${needs}` }]),
              ],
              right: [{ kind: 'qr', text: `${settings.publicUrl}/orders/${number}`, width: 22 }],
            },
            { kind: 'room', height: 1 },
            allergenBlock(lines, p),
            ...(facts.fragile ? [{ kind: 'alert' as const, text: FRAGILE_MARK }] : []),
          ],
        };
      },
    }),
};
