/** BAK-60. What a customer may choose instead when an ingredient runs short, in both languages. */
export const ALTERNATIVES = {
  'other-flavour': { zh: '换一种口味', en: 'another flavour' },
  'other-filling': { zh: '换一种夹心或装饰', en: 'another filling or decoration' },
  'other-product': { zh: '换一款同价产品', en: 'another product of the same price' },
  'later-date': { zh: '推迟交付，等原料到货', en: 'a later delivery, when the ingredient is here' },
} as const;

export type Alternative = keyof typeof ALTERNATIVES;
export const ALTERNATIVE_IDS = Object.keys(ALTERNATIVES) as [Alternative, ...Alternative[]];
