import type { Request, Response } from 'express';
import multer from 'multer';
import { Refusal } from '../../base/refusals';
import { tooLarge } from './problem';
import type { Upload } from './route';
import { run } from './run';
import { invalid } from './zod-problem';

/** A photo's largest size. */
const PHOTO_LIMIT_BYTES = 15 * 1024 * 1024;
/** RFC 2046: a boundary has at most 70 characters. */
const BOUNDARY = /;\s*boundary\s*=\s*(?:"[^"]{1,70}"|[^\s";]{1,70})\s*(?:;|$)/i;

const readParts = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: PHOTO_LIMIT_BYTES, files: 1, fields: 5, fieldSize: 1024, fieldNameSize: 100, fieldNestingDepth: 0, parts: 6 },
}).single('photo');

const unreadable = (code: 'no-boundary' | 'one-photo-and-step'): Refusal =>
  new Refusal('invalid-request', { code: 'form-unexpected' }, { errors: [{ pointer: '/photo', code }] });

/**
 * Reads an upload: the file `photo`, and the fields beside it. The bytes lie in memory and go nowhere, so whatever the reader stumbles
 * over, a cut-off form, a bad header, a part without a name, is the caller's.
 * @throws {Refusal} `unsupported-media-type`, `too-large`, or `invalid-request` at `/photo`.
 */
export async function readForm(req: Request, res: Response): Promise<{ readonly fields: unknown; readonly upload: Upload }> {
  const type = req.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*(?:;|$)/i.test(type)) {
    throw new Refusal('unsupported-media-type', { code: 'photo-as-form' });
  }
  if (!BOUNDARY.test(type)) throw unreadable('no-boundary');
  try {
    await run(readParts, req, res);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'LIMIT_FILE_SIZE') {
      throw tooLarge({ pointer: '/photo', code: 'over-megabytes', params: { max: 15 } });
    }
    throw unreadable('one-photo-and-step');
  }
  if (!req.file) throw invalid([{ pointer: '/photo', code: 'photo-missing', rule: 'BAK-50' }]);
  return { fields: { ...(req.body as object | undefined) }, upload: { bytes: req.file.buffer } };
}
