import type { Percent } from './rule';

/** How money comes in and goes back. */
export const PAYMENT_METHODS = ['cash', 'card', 'wechat', 'alipay', 'transfer', 'other'] as const;

/** BAK-31. The prepayment in fen: `share` of the total including extras, rounded half up to 1 fen. Shares may have two decimals. */
export const depositFen = (totalFen: number, share: Percent): number => Math.floor((totalFen * Math.round(share.n * 100) + 5_000) / 10_000);

/** What the lines come to, in fen. */
export const totalOf = (lines: readonly { readonly quantity: number; readonly unitPriceFen: number }[]): number =>
  lines.reduce((sum, line) => sum + line.quantity * line.unitPriceFen, 0);

/** `28800` → `¥288.00`. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}¥${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
