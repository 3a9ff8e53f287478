import { iso } from '../../platform/http/iso';
import { PICTURE_LIMITS, printableOf, readPicture } from '../../platform/http/picture';
import type { Route } from '../../platform/http/route';
import { route } from '../permissions';
import { missing } from '../photos/pictures';
import type { Services } from '../services';
import { PictureForm, StorePictureView } from './store-pictures.schema';
import { isStorePicture, STORE_PICTURES, type StorePictureName } from './store-pictures.rules';

/** BAK-63, BAK-66. What a store prints on its papers, and who sets it. */
export const storePictureRoutes = (services: Services): Route[] => [
  route({
    key: 'PUT /store/pictures/{name}',
    summary: 'Set a picture that the store prints: its manager’s signature (BAK-63), its team (BAK-66)',
    notes: `\`name\` is one of ${STORE_PICTURES.join(', ')}. ${PICTURE_LIMITS}; a signature best as a PNG without a background. It takes the place of the one before.`,
    tag: 'papers',
    form: PictureForm,
    status: 200,
    answer: StorePictureView,
    refusals: ['no-such-photo'],
    async handle({ params, staff, upload, now }) {
      const name = named(params.name);
      const { shown } = await readPicture(upload.bytes);
      const picture = await printableOf(shown);
      await services.storePictures.set(staff.storeId, name, { ...picture, setBy: staff.id, setAt: now });
      return { status: 200, body: { name, width: picture.width, height: picture.height, setAt: iso(now) } };
    },
  }),
  route({
    key: 'GET /store/pictures/{name}',
    summary: 'A picture that the store prints, as it is printed',
    tag: 'papers',
    status: 200,
    answerType: 'image/*',
    refusals: ['no-such-photo'],
    async handle({ params, staff }) {
      const picture = await services.storePictures.find(staff.storeId, named(params.name));
      if (!picture) throw missing();
      return { status: 200, body: picture.bytes, type: picture.mime, headers: { 'Content-Disposition': 'inline' } };
    },
  }),
];

/** @throws {Refusal} `no-such-photo` for a name that no store's picture has. */
function named(name: string): StorePictureName {
  if (!isStorePicture(name)) throw missing();
  return name;
}
