/** For whoever holds a customer's link: all but the first three signs are hidden, the last four above all, which prove who corrects (BAK-45). */
export const maskedForLink = (phone: string): string => phone.slice(0, 3) + '*'.repeat(Math.max(4, phone.length - 3));

/** For lists that staff read: the last four digits, by which they find a customer, and where they come from; of a short number less. */
export function maskedInLists(phone: string): string {
  const shown = phone.length < 11 ? 0 : 3;
  return phone.slice(0, shown) + '*'.repeat(Math.max(4, phone.length - shown - 4)) + phone.slice(-4);
}
