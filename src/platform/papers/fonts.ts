import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Noto Sans in two weights, which has Chinese and Latin letters. Its package exports no path to them. */
const FOLDER = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const FILES = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const;
export type Weight = keyof typeof FILES;

const read = new Map<Weight, Buffer>();

/** The font of a weight: 8 MB, read once. Of it a paper carries the letters that it has. */
export function fontOf(weight: Weight): Buffer {
  const font = read.get(weight) ?? readFileSync(join(FOLDER, FILES[weight]));
  read.set(weight, font);
  return font;
}
