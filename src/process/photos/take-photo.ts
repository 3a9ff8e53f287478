import { sha256 } from '../../platform/http/crypto';
import { readPicture } from '../../platform/http/picture';
import type { Call } from '../../platform/http/route';
import type { Home, Inert } from '../act';
import type { Services } from '../services';
import type { PhotoRecord } from './photo.repository';

/** Keeps an uploaded picture as a photo of a process, taken for a step by whoever calls; taken back when the process refuses it. */
export async function takePhoto(
  services: Services,
  { idFor, upload: { bytes }, now, staff }: Call,
  { processId, storeId }: Home,
  step: string,
): Promise<Inert & { readonly photo: PhotoRecord }> {
  const { mime, shown, width, height } = await readPicture(bytes);
  const id = idFor('photo');
  const hash = sha256(bytes);
  const row = { id, processId, storeId, step, sha256: hash, mime, bytes: bytes.length, width, height, takenAt: now, takenBy: staff.id };
  // The row before the bytes: whoever takes the same picture's bytes away looks for rows that name them.
  const isNew = await services.photoRows.add(row);
  await services.photos.put(hash, bytes);
  await services.photos.put(hash, shown, 'shown');
  const photo = await services.photoRows.find(id);
  if (!photo) throw new Error('a photo went away');
  const undo = async (): Promise<void> => {
    await services.photoRows.remove(id);
    // The same picture may belong to another photo's row.
    if ((await services.photoRows.countOf(hash)) > 0) return;
    await services.photos.remove(hash);
    // Or a row came while its bytes went, and found them still there.
    if ((await services.photoRows.countOf(hash)) > 0) await services.photos.put(hash, bytes);
  };
  return { photo, isNew, undo };
}
