/** What a store prints on its papers: its manager's signature (BAK-63), and its people (BAK-66). */
export const STORE_PICTURES = ['manager-signature', 'team-photo'] as const;
export type StorePictureName = (typeof STORE_PICTURES)[number];
export const isStorePicture = (name: string): name is StorePictureName => (STORE_PICTURES as readonly string[]).includes(name);
