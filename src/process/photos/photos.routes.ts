import type { PhotoRecord } from './photo.repository';
import { Refusal } from '../../base/refusals';
import { shownOf, shownType } from '../../platform/http/picture';
import type { Call, Route } from '../../platform/http/route';
import { route } from '../permissions';
import type { Services } from '../services';

/** The photos of any process: what is shown of them, and the evidence. */
export const photoRoutes = (services: Services): Route[] => [
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
