/** Pixels of the longer side that a photo is sent with: enough to read a label on it, and a tenth of what a camera makes. */
const LONGEST = 2_048;
const QUALITY = 0.8;

/**
 * A picture as it is sent: no larger than needed, the right way up, as JPEG, and without what the camera wrote beside it (place, owner).
 * @throws when it is none that this browser can read.
 */
export async function smaller(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return blobOf(canvas, 'image/jpeg');
}

/** What is drawn on a canvas, as a file. */
export const blobOf = (canvas: HTMLCanvasElement, type: 'image/jpeg' | 'image/png'): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('a picture could not be made'))), type, QUALITY),
  );
