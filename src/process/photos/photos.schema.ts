import { z } from 'zod';
import { THUMBNAIL_WIDTHS, type ThumbnailWidth } from '../../platform/files/photo-store';

/** In which form a photo is asked for. */
export const PictureQuery = z.strictObject({
  w: z
    .enum(THUMBNAIL_WIDTHS.map(String))
    .transform((width) => Number(width) as ThumbnailWidth)
    .optional()
    .meta({ description: 'At most so many pixels wide and twice as high, as WebP; without it the whole picture' }),
});
