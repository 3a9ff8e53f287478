import sharp, { type Sharp } from 'sharp';
import { Refusal } from '../../base/refusals';
import type { ThumbnailWidth } from '../files/photo-store';
import { fewAtOnce } from './few-at-once';
import { tooLarge } from './problem';

/** The largest picture that is decoded, in pixels: eight bytes and more of memory go with each while it is turned. */
const MOST_MEGAPIXELS = 50;
/** What an upload may be, for people and for OpenAPI. */
export const PICTURE_LIMITS = `A JPEG, PNG or WebP picture (HEIC where it can be decoded) of at most 15 MB and ${MOST_MEGAPIXELS} megapixels`;

/** The kinds of photo a telephone makes, and the kind each is shown as: browsers show no HEIC. */
const SHOWN_AS: Readonly<Record<string, 'jpeg' | 'png' | 'webp'>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'jpeg',
  'image/heif': 'jpeg',
};
/**
 * How each of them begins. Whatever else an upload may be, a drawing in SVG or a document, is refused by this table before the decoder, which
 * knows many more kinds than photos, sees a byte of it.
 */
const SIGNS: readonly (readonly [mime: string, sign: RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/heic', /^[^]{4}ftyphei[cx]/],
  ['image/heif', /^[^]{4}ftypmif1/],
];
/** The content type a photo of this type is shown in. */
export const shownType = (mime: string): string => `image/${SHOWN_AS[mime] ?? 'jpeg'}`;

const notOne = (code: 'unknown-picture' | 'broken-picture' | 'heic-undecodable'): Refusal =>
  new Refusal('unsupported-media-type', { code: 'not-a-picture' }, { errors: [{ pointer: '/photo', code }] });

const unreadable = (mime: string): Refusal => notOne(/hei[cf]$/.test(mime) ? 'heic-undecodable' : 'broken-picture');

/** What may be shown of a picture. */
export interface Shown {
  /** The right way up, and nothing but pixels: without place, telephone, comments, or the thumbnail of what was cut away. */
  readonly shown: Buffer;
  /** Its pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture as it came, and as it may be shown. */
export interface Picture extends Shown {
  /** Told from its bytes and never from its name or header. */
  readonly mime: string;
}

/**
 * Reads an upload as a picture. What cannot be shown is not taken, so that a HEIC of a machine without its licensed decoder is refused,
 * for nobody here could take the metadata out of it.
 * @throws {Refusal} `unsupported-media-type` when it is something else, or cannot be decoded; `too-large` over the pixels.
 */
export async function readPicture(bytes: Buffer): Promise<Picture> {
  const beginning = bytes.toString('latin1', 0, 12);
  const mime = SIGNS.find(([, sign]) => sign.test(beginning))?.[0];
  if (mime === undefined) throw notOne('unknown-picture');
  const pixels = await pixelsOf(bytes, mime);
  if (pixels > MOST_MEGAPIXELS * 1e6) {
    throw tooLarge({ pointer: '/photo', code: 'over-megapixels', params: { megapixels: Math.ceil(pixels / 1e6), max: MOST_MEGAPIXELS } });
  }
  return { mime, ...(await shownOf(bytes, mime)) };
}

/** Width by height as the header says, before anything is decoded. */
async function pixelsOf(bytes: Buffer, mime: string): Promise<number> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    throw unreadable(mime);
  }
}

/** A picture's pixels alone, turned as its metadata says. @throws {Refusal} `unsupported-media-type` when it cannot be decoded. */
export async function shownOf(bytes: Buffer, mime: string): Promise<Shown> {
  try {
    const { data, info } = await decoding(() =>
      encoded(opened(bytes).autoOrient(), SHOWN_AS[mime] ?? 'jpeg').toBuffer({ resolveWithObject: true }),
    );
    return { shown: data, width: info.width, height: info.height };
  } catch {
    throw unreadable(mime);
  }
}

/** The content type of a smaller form. */
export const THUMBNAIL_TYPE = 'image/webp';

/** A smaller form of what is shown: at most so wide and twice as high, never larger than it was. @throws {Error} when it cannot be decoded. */
export const thumbnailOf = (shown: Buffer, width: ThumbnailWidth): Promise<Buffer> =>
  decoding(() =>
    opened(shown)
      .resize({ width, height: 2 * width, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer(),
  );

/** A picture as it is printed. */
export interface Printable {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
  /** Its pixels. */
  readonly width: number;
  readonly height: number;
}

/** How large a picture is printed at the most, pixels: the width of a card at 300 dots an inch. */
const PRINTED_PIXELS = 1600;

/** What is shown, for a paper: a PNG where something shines through it, as through a signature, else a JPEG. @throws {Error} when it cannot be decoded. */
export const printableOf = (shown: Buffer): Promise<Printable> =>
  decoding(async () => {
    const image = opened(shown);
    const { hasAlpha } = await image.metadata();
    const fitting = image.resize({ width: PRINTED_PIXELS, height: PRINTED_PIXELS, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await encoded(fitting.toColourspace('srgb'), hasAlpha ? 'png' : 'jpeg').toBuffer({ resolveWithObject: true });
    return { mime: hasAlpha ? 'image/png' : 'image/jpeg', bytes: data, width: info.width, height: info.height };
  });

/** The largest picture takes a core for more than a second, and hundreds of MB while it is turned: however many people send and look at once, the others wait. */
const decoding = fewAtOnce(2);

const opened = (bytes: Buffer): Sharp => sharp(bytes, { limitInputPixels: MOST_MEGAPIXELS * 1e6, failOn: 'error' });

/** Sharp keeps no metadata unless it is asked to; the colours become sRGB. */
const encoded = (image: Sharp, format: 'jpeg' | 'png' | 'webp'): Sharp =>
  format === 'png' ? image.png() : image.toFormat(format, { quality: 90 });
