/** BAK-84. To whom the store manager puts a delay down. */
export const DELAY_CAUSES = ['customer', 'shop', 'other'] as const;
export type DelayCause = (typeof DELAY_CAUSES)[number];
