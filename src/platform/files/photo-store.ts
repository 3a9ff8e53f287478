import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How wide a smaller form of a photo may be asked for, in pixels: for a list, and for a screen. */
export const THUMBNAIL_WIDTHS = [320, 1280] as const;
export type ThumbnailWidth = (typeof THUMBNAIL_WIDTHS)[number];

/** The bytes as they came, which are evidence; what is shown of them; and that in smaller forms. */
export type PhotoForm = 'original' | 'shown' | `w${ThumbnailWidth}`;
const FORMS: readonly PhotoForm[] = ['original', 'shown', ...THUMBNAIL_WIDTHS.map((width) => `w${width}` as const)];

/** Where photos lie, addressed by the SHA-256 of the original's bytes. */
export interface PhotoStore {
  /** Keeps the bytes under the original's hash. True when they were not there before; a repeat changes nothing. */
  put(sha256: string, bytes: Buffer, form?: PhotoForm): Promise<boolean>;
  /** The bytes; null when there are none. */
  get(sha256: string, form?: PhotoForm): Promise<Buffer | null>;
  /** Forgets every form. A repeat is fine. */
  remove(sha256: string): Promise<void>;
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Photos on this machine's disk, below `<home>/files`, spread over 256 folders. */
export function createDiskPhotoStore(home: string): PhotoStore {
  const fileOf = (sha256: string, form: PhotoForm): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(home, 'files', sha256.slice(0, 2), form === 'original' ? sha256 : `${sha256}.${form}`);
  };
  return {
    async put(sha256, bytes, form = 'original') {
      const file = fileOf(sha256, form);
      if (
        await stat(file).then(
          () => true,
          () => false,
        )
      )
        return false;
      await mkdir(dirname(file), { recursive: true });
      const half = `${file}.${randomUUID()}.part`;
      // A file appears under its hash only when it is whole.
      await writeFile(half, bytes, { flush: true });
      await rename(half, file);
      return true;
    },
    async get(sha256, form = 'original') {
      try {
        return await readFile(fileOf(sha256, form));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async remove(sha256) {
      // The original last: while it is there, the others can be made again.
      for (const form of FORMS.toReversed()) await rm(fileOf(sha256, form), { force: true });
    },
  };
}
