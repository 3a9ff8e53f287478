import { PhotoForm, PhotoView } from '../../orders/order-acts.schema';
import type { PhotoRecord } from './photo.repository';
import { Refusal } from '../../base/refusals';
import { ask } from '../act';
import { sha256 } from '../../platform/http/crypto';
import { PICTURE_LIMITS, readPicture, shownOf, shownType } from '../../platform/http/picture';
import { route, type Call, type Route } from '../../platform/http/route';
import { orderOf, type Services } from '../../orders/services';
import { iso } from '../../orders/views';

/** Photos of key steps, decoration, hand-over (BAK-49, BAK-50, BAK-52, BAK-75). */
export const photoRoutes = (services: Services): Route[] => [
  route({
    key: 'POST /orders/{number}/photos',
    summary: 'Add a photo (BAK-50)',
    notes: `${PICTURE_LIMITS}. What is shown of it is its pixels alone; the original is kept as evidence.`,
    tag: 'photos',
    form: PhotoForm,
    status: 201,
    answer: PhotoView,
    refusals: ['no-such-order', 'not-in-this-state', 'act-budget-spent', 'busy', 'unavailable'],
    async handle(call) {
      const order = await orderOf(services, call.params.number, call.staff.storeId);
      const { bytes } = call.upload;
      const { mime, shown } = await readPicture(bytes);
      const id = call.idFor('photo');
      const { step } = call.body;
      const hash = sha256(bytes);
      // The row before the bytes: whoever takes the same picture's bytes away looks for rows that name them.
      const isNew = await services.photoRows.add({
        id,
        processId: order.processId,
        storeId: order.storeId,
        step,
        sha256: hash,
        mime,
        bytes: bytes.length,
        takenAt: call.now,
        takenBy: call.staff.id,
      });
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
      await ask([{ isNew, undo }], () =>
        services.desk.addPhoto(order.number, call.key, { by: call.by, photoId: id, step, takenAt: photo.takenAt }),
      );
      return { status: 201, body: { id, sha256: hash, takenAt: iso(photo.takenAt), step, mime, bytes: bytes.length } };
    },
  }),
  route({
    key: 'GET /photos/{id}',
    summary: 'The picture itself: its pixels, the right way up, without metadata',
    tag: 'photos',
    status: 200,
    answerType: 'image/*',
    refusals: ['no-such-photo', 'unsupported-media-type'],
    async handle(call) {
      const photo = await photoOf(services, call);
      const headers = { ETag: `"${photo.sha256}-shown"`, 'Content-Disposition': 'inline' };
      return { status: 200, body: await shownForm(services, photo), type: shownType(photo.mime), headers };
    },
  }),
  route({
    key: 'GET /photos/{id}/original',
    summary: 'The file as it was taken, with place and time where the camera wrote them: evidence',
    notes: 'Whoever reads it stands in the log.',
    tag: 'photos',
    status: 200,
    answerType: 'image/*',
    refusals: ['no-such-photo'],
    async handle(call) {
      const photo = await photoOf(services, call);
      const bytes = await services.photos.get(photo.sha256);
      if (!bytes) throw missing();
      services.log.info({ photo: photo.id, process: photo.processId, by: call.staff.id }, 'an original photo was read');
      return { status: 200, body: bytes, type: photo.mime, headers: { ETag: `"${photo.sha256}"`, 'Content-Disposition': 'attachment' } };
    },
  }),
];

const missing = (): Refusal => new Refusal('no-such-photo', { code: 'no-photo-here' });

/** @throws {Refusal} `no-such-photo`, for another store's photos too. */
async function photoOf(services: Services, { params, staff }: Call<{ readonly id: string }>): Promise<PhotoRecord> {
  const photo = await services.photoRows.find(params.id);
  if (photo?.storeId !== staff.storeId) throw missing();
  return photo;
}

/** What is shown of a photo: made when it was taken in, or now for one that is older than that, or whose twin took it away. */
async function shownForm(services: Services, { sha256: hash, mime }: PhotoRecord): Promise<Buffer> {
  const known = await services.photos.get(hash, 'shown');
  if (known) return known;
  const original = await services.photos.get(hash);
  if (!original) throw missing();
  const shown = await shownOf(original, mime);
  await services.photos.put(hash, shown, 'shown');
  return shown;
}
