import type { Db } from '../../platform/db/client';
import type { Printable } from '../../platform/http/picture';
import type { StorePictureName } from './store-pictures.rules';

/** A store's picture; `setAt` is epoch ms of shop time, `setBy` a staff id. */
export interface StorePicture extends Printable {
  readonly setBy: string;
  readonly setAt: number;
}

/** The pictures that a store prints on its papers. They are few and small, so they lie beside the store's row. */
export const createStorePictures = (db: Db) => ({
  async find(storeId: string, name: StorePictureName): Promise<StorePicture | null> {
    const row = await db.storePicture.findUnique({ where: { storeId_name: { storeId, name } } });
    if (!row) return null;
    const { mime, bytes, width, height, setBy, setAt } = row;
    return { mime: mime as Printable['mime'], bytes: Buffer.from(bytes), width, height, setBy, setAt: setAt.getTime() };
  },
  /** Puts a picture in the place of the one before. */
  async set(storeId: string, name: StorePictureName, { bytes, setAt, ...picture }: StorePicture): Promise<void> {
    const data = { ...picture, bytes: new Uint8Array(bytes), setAt: new Date(setAt) };
    await db.storePicture.upsert({ where: { storeId_name: { storeId, name } }, create: { storeId, name, ...data }, update: data });
  },
});
