import { z } from 'zod';

/** The shop as a link shows it to somebody who wants to call. */
export const ShopContact = z.strictObject({ shop: z.string(), phone: z.string() });

/** Of a store that is not on file nothing is known. */
export const shopContact = (store: { readonly name: string; readonly phone: string } | null): z.infer<typeof ShopContact> => ({
  shop: store?.name ?? '',
  phone: store?.phone ?? '',
});
