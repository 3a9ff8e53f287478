import { PhotoForm, PhotoView } from '../../contracts/order-acts.schema';
import { Refusal } from '../../domain/errors';
import { ask } from '../act';
import { sha256 } from '../crypto';
import { pictureType } from '../picture';
import { route, type Route } from '../route';
import { orderOf, type Services } from '../services';
import { iso } from '../views';

/** Photos of key steps, decoration, hand-over (BAK-49, BAK-50, BAK-52, BAK-75). */
export const photoRoutes = (services: Services): Route[] => [
  route({
    key: 'POST /orders/{number}/photos',
    summary: 'Add a photo (BAK-50)',
    tag: 'photos',
    form: PhotoForm,
    status: 201,
    answer: PhotoView,
    refusals: ['no-such-order', 'not-in-this-state', 'busy', 'unavailable'],
    async handle(call) {
      const order = await orderOf(services, call.params.number, call.staff.storeId);
      const { bytes } = call.upload;
      const mime = await pictureType(bytes);
      const id = call.idFor('photo');
      const { step } = call.body;
      const hash = sha256(bytes);
      // The row before the bytes: whoever takes the same picture's bytes away looks for rows that name them.
      const isNew = await services.photoRows.add({
        id,
        orderNumber: order.number,
        step,
        sha256: hash,
        mime,
        bytes: bytes.length,
        takenAt: call.now,
        takenBy: call.staff.id,
      });
      await services.photos.put(hash, bytes);
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
    summary: 'The picture itself',
    tag: 'photos',
    status: 200,
    answerType: 'image/*',
    refusals: ['no-such-photo'],
    async handle(call) {
      const missing = new Refusal('no-such-photo', 'There is no such photo in your store.');
      const photo = await services.photoRows.find(call.params.id);
      const order = photo && (await services.orders.find(photo.orderNumber));
      if (!photo || order?.storeId !== call.staff.storeId) throw missing;
      const bytes = await services.photos.get(photo.sha256);
      if (!bytes) throw missing;
      return { status: 200, body: bytes, type: photo.mime, headers: { ETag: `"${photo.sha256}"`, 'Content-Disposition': 'inline' } };
    },
  }),
];
