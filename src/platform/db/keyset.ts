/** A row's place in a list that is sorted by an instant (epoch ms) and then by id. */
export type KeysetPlace<F extends string> = { readonly id: string } & { readonly [K in F]: number };

/** What comes after a place of such a list, the earliest first, as a condition of Prisma's; everything without one. */
export const after = <F extends string>(field: F, place: KeysetPlace<F> | undefined) => {
  if (!place) return {};
  const at = new Date(place[field]);
  return {
    OR: [
      { [field]: { gt: at } } as Record<F, { gt: Date }>,
      { [field]: at, id: { gt: place.id } } as Record<F, Date> & { id: { gt: string } },
    ],
  };
};
