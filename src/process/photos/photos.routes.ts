import type { PhotoRecord } from './photo.repository';
import { shownType, THUMBNAIL_TYPE } from '../../platform/http/picture';
import type { Call, Route } from '../../platform/http/route';
import { route } from '../permissions';
import type { Services } from '../services';
import { PictureQuery } from './photos.schema';
import { missing } from './pictures';

/** By the browser that asked, and by nothing between. */
const KEPT_FOR_GOOD = 'private, max-age=31536000, immutable';

/** The photos of any process: what is shown of them, and the evidence. */
export const photoRoutes = (services: Services): Route[] => [
  route({
    key: 'GET /photos/{id}',
    summary: 'The picture itself: its pixels, the right way up, without metadata',
    notes: 'With `w` a smaller one as WebP, which never changes: a browser keeps it. `unsupported-media-type`: its file is damaged.',
    tag: 'photos',
    query: PictureQuery,
    status: 200,
    answerType: 'image/*',
    refusals: ['no-such-photo', 'unsupported-media-type'],
    async handle(call) {
      const photo = await photoOf(services, call);
      const { w } = call.query;
      const headers = { ETag: `"${photo.sha256}-${w ?? 'shown'}"`, 'Content-Disposition': 'inline' };
      if (w === undefined) return { status: 200, body: await services.pictures.shown(photo), type: shownType(photo.mime), headers };
      const body = await services.pictures.thumbnail(photo, w);
      return { status: 200, body, type: THUMBNAIL_TYPE, headers: { ...headers, 'Cache-Control': KEPT_FOR_GOOD } };
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

/** @throws {Refusal} `no-such-photo`, for another store's photos too. */
async function photoOf(services: Services, { params, staff }: Call<{ readonly id: string }>): Promise<PhotoRecord> {
  const photo = await services.photoRows.find(params.id);
  if (photo?.storeId !== staff.storeId) throw missing();
  return photo;
}
