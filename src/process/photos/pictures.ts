import { Refusal } from '../../base/refusals';
import type { PhotoForm, ThumbnailWidth } from '../../platform/files/photo-store';
import type { ApiDeps } from '../../platform/http/deps';
import { shownOf, thumbnailOf } from '../../platform/http/picture';
import type { PhotoRecord } from './photo.repository';

/** Said of a photo that is not there, or whose bytes are not. */
export const missing = (): Refusal => new Refusal('no-such-photo', { code: 'no-photo-here' });

/**
 * What is shown of photos. A form is made when it is first asked for, once for all who ask for it meanwhile, and kept beside the original:
 * most photos are looked at small and never large, and whoever uploads one waits for nothing that nobody may look at.
 */
export const createPictures = ({ photos: store, log }: Pick<ApiDeps, 'photos' | 'log'>) => {
  const underWay = new Map<string, Promise<Buffer>>();

  /** A form from the store, or made and kept. */
  function kept({ sha256 }: PhotoRecord, form: PhotoForm, make: () => Promise<Buffer>): Promise<Buffer> {
    const find = async (): Promise<Buffer> => {
      const known = await store.get(sha256, form);
      if (known) return known;
      const made = await make();
      await store.put(sha256, made, form);
      return made;
    };
    const name = `${sha256}.${form}`;
    const found = underWay.get(name) ?? find().finally(() => underWay.delete(name));
    underWay.set(name, found);
    return found;
  }

  /** What is decoded here was decoded when it was taken in: that it cannot be any more, operators have to know. */
  async function decoded<T>({ id, processId }: PhotoRecord, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      log.error({ photo: id, process: processId, err: error }, 'the file of a photo cannot be read as a picture');
      throw new Refusal('unsupported-media-type', { code: 'photo-damaged' });
    }
  }

  /** The whole picture: made when it was taken in, or now where it is not there. @throws {Refusal} `no-such-photo`, `unsupported-media-type`. */
  const shown = (photo: PhotoRecord): Promise<Buffer> =>
    kept(photo, 'shown', async () => {
      const original = await store.get(photo.sha256);
      if (!original) throw missing();
      return (await decoded(photo, shownOf(original, photo.mime))).shown;
    });

  /** A smaller one of it. @throws {Refusal} the same. */
  const thumbnail = (photo: PhotoRecord, width: ThumbnailWidth): Promise<Buffer> =>
    kept(photo, `w${width}`, async () => decoded(photo, thumbnailOf(await shown(photo), width)));

  return { shown, thumbnail };
};
