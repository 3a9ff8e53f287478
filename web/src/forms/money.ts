/**
 * Fen of an amount typed in yuan (`86.4`, `¥1,200`), from digits to a whole number without a fraction in between. Undefined while it is
 * none, or has more than two places.
 */
export function fenOf(typed: string): number | undefined {
  const [, yuan, places = ''] = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(typed.replace(/[¥￥,，\s]/g, '').replace('。', '.')) ?? [];
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(places.padEnd(2, '0'));
}

/** `86.40`. */
export const yuanOf = (fen: number): string => `${Math.trunc(fen / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
