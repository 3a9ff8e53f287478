import { Prisma } from '../generated/prisma/client';
import { telephoneSoughtBy } from '../base/contact.schema';

/**
 * Words of `orders.words`, where an order stands under `number:` and `name:` with every ending of the two, under `phone:` with its customer's
 * digits and the last four of them, and under `product:`. So an index finds any part of a number or name, which `LIKE '%…%'` would look for
 * in every row.
 */
type Kind = 'number' | 'name' | 'phone' | 'product';

/** A word of a text search: quotes and backslashes mean themselves. */
const word = (kind: Kind, text: string): string => `'${kind}:${text.replace(/['\\]/g, (sign) => sign + sign)}'`;

const found = (words: string): Prisma.Sql => Prisma.sql`o.words @@ lower(${words})::tsquery`;

/** Orders `o` whose number or customer's name has these words in it, or whose customer's telephone is this, whole or its last four digits. */
export function isFoundBy(words: string): Prisma.Sql {
  const phone = telephoneSoughtBy(words);
  return found(
    [
      `${word('name', words)}:*`,
      ...(/^\d+$/.test(words) ? [`${word('number', words)}:*`] : []),
      ...(phone === null ? [] : [word('phone', phone)]),
    ].join(' | '),
  );
}

/** Orders `o` of customers with this telephone, as `telephoneSoughtBy` says it. */
export const isOfPhone = (phone: string): Prisma.Sql => found(word('phone', phone));

/** Orders `o` that have this product among their lines. */
export const hasProduct = (product: string): Prisma.Sql => found(word('product', product));
