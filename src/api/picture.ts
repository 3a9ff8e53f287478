import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { Refusal } from '../domain/errors';

/** The kinds of photo a telephone makes. */
const PICTURES: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heif',
  'image/heif': 'heif',
};

const notOne = (detail: string): Refusal =>
  new Refusal('unsupported-media-type', 'The photo is not a JPEG, PNG, WebP or HEIC picture.', { errors: [{ pointer: '/photo', detail }] });

/**
 * The type of a picture, told from its bytes and never from its name or header.
 * @throws {Refusal} `unsupported-media-type` when it is something else, or cannot be decoded.
 */
export async function pictureType(bytes: Buffer): Promise<string> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  const format = mime === undefined ? undefined : PICTURES[mime];
  if (mime === undefined || format === undefined) throw notOne('Is not a picture of a known kind');
  try {
    const image = sharp(bytes, { limitInputPixels: 50e6, failOn: 'error' });
    const { width, height } = await image.metadata();
    if (!width || !height) throw new Error('no size');
    // HEIC's own pixels need a licensed decoder that is not everywhere; its header has been read above.
    if (format !== 'heif') await image.resize(16, 16, { fit: 'inside' }).raw().toBuffer();
  } catch {
    throw notOne('Cannot be read as a picture');
  }
  return mime;
}
