import { z } from 'zod';
import { InstantOut } from '../../base/common.schema';
import { STORE_PICTURES } from './store-pictures.rules';

/** The upload has no field beside its file. */
export const PictureForm = z.strictObject({});

/** PUT /store/pictures/{name}. */
export const StorePictureView = z
  .strictObject({ name: z.enum(STORE_PICTURES), width: z.int(), height: z.int(), setAt: InstantOut })
  .meta({ id: 'StorePicture', description: 'A picture that the store prints on its papers, as it is printed; pixels' });
