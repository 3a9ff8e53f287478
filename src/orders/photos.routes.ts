import { PhotoForm, PhotoView } from './order-acts.schema';
import { iso } from '../platform/http/iso';
import { PICTURE_LIMITS } from '../platform/http/picture';
import type { Route } from '../platform/http/route';
import { ask } from '../process/act';
import { takePhoto } from '../process/photos/take-photo';
import { answererOf, standingIn } from '../process/tasks/answerer';
import { assertMayPhotograph } from './photos.rules';
import { route } from './permissions';
import { orderOf, type Services } from './services';

/** Photos of key steps, decoration, hand-over (BAK-49, BAK-50, BAK-52, BAK-75). */
export const orderPhotoRoutes = (services: Services): Route[] => [
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
      const { id, sha256, takenAt, mime, bytes, width, height } = photo;
      await ask([taken], () =>
        services.desk.addPhoto(order.number, call.key, { by: call.by, ...standingIn(who.deputyFor), photoId: id, step, takenAt }),
      );
      return { status: 201, body: { id, sha256, takenAt: iso(takenAt), step, mime, bytes, width, height } };
    },
  }),
];
