import type { z } from 'zod';
import { kindOfOrder } from './define.order-kind';
import { PhotoForm, PhotoView } from './order-acts.schema';
import { PhotoPage } from './order-reads.schema';
import { iso } from '../platform/http/iso';
import { PICTURE_LIMITS } from '../platform/http/picture';
import type { Route } from '../platform/http/route';
import { ask } from '../process/act';
import type { PhotoRecord } from '../process/photos/photo.repository';
import { takePhoto } from '../process/photos/take-photo';
import { answererOf, standingIn } from '../process/tasks/answerer';
import { assertMayPhotograph } from './photos.rules';
import { listRoute, route } from './permissions';
import { ofOrder, orderOf, type Services } from './services';

/** Photos of key steps, decoration, hand-over (BAK-49, BAK-50, BAK-52, BAK-75). */
export const orderPhotoRoutes = (services: Services): Route[] => [takingRoute(services), listingRoute(services)];

const takingRoute = (services: Services): Route =>
  route({
    key: 'POST /orders/{number}/photos',
    summary: 'Add a photo (BAK-50)',
    notes: `Whoever may answer a task of the step, however late, and of a problem whoever may report one (BAK-04). ${PICTURE_LIMITS}. What is shown of it is its pixels alone; the original is kept as evidence.`,
    tag: 'photos',
    form: PhotoForm,
    status: 201,
    answer: PhotoView,
    refusals: ['no-such-order', 'not-allowed', 'not-in-this-state', 'act-budget-spent', 'busy', 'unavailable'],
    async handle(call) {
      const order = await orderOf(services, call.params.number, call.staff.storeId);
      const { step } = call.body;
      const who = await answererOf(services, call.staff, call.now);
      assertMayPhotograph(step, who);
      const { photo, ...taken } = await takePhoto(services, call, order, step);
      const { id: photoId, takenAt } = photo;
      await ask([taken], () =>
        services.desk.addPhoto(order.number, call.key, { by: call.by, ...standingIn(who.deputyFor), photoId, step, takenAt }),
      );
      return { status: 201, body: photoView(photo) };
    },
  });

const listingRoute = (services: Services): Route =>
  listRoute(services, {
    key: 'GET /orders/{number}/photos',
    summary: 'The photos of an order, oldest first (BAK-50)',
    tag: 'photos',
    answer: PhotoPage,
    owner: ofOrder(services),
    sortedBy: { takenAt: Number, id: String },
    rows: ({ owner: order }, limit, after) => services.photoRows.list(order.processId, limit, after),
    async views(photos, { owner: order }) {
      const [names, tasks] = await Promise.all([
        services.people.namesOf(photos.map(({ takenBy }) => takenBy)),
        services.photoRows.tasksNaming(
          order.processId,
          photos.map(({ id }) => id),
        ),
      ]);
      const { proofs } = kindOfOrder(order.kind);
      return photos.map((photo) => ({
        ...photoView(photo),
        ruleId: proofs[photo.step]?.ruleId ?? null,
        takenBy: { id: photo.takenBy, name: names.get(photo.takenBy) ?? photo.takenBy },
        task: tasks.get(photo.id) ?? null,
      }));
    },
  });

/** A photo with its file as it was taken; `GET /photos/{id}` shows it. */
const photoView = ({ id, sha256, takenAt, step, mime, bytes, width, height }: PhotoRecord): z.infer<typeof PhotoView> => ({
  id,
  sha256,
  takenAt: iso(takenAt),
  step,
  mime,
  bytes,
  width,
  height,
});
