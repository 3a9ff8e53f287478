import { z } from 'zod';
import { Name } from '../../base/common.schema';
import { ROLES } from '../../base/roles';

/** Pages whose lists people come back to as they left them. */
export const VIEW_PAGES = ['/orders', '/tasks'] as const;

const shape = {
  name: Name,
  page: z.enum(VIEW_PAGES),
  search: z
    .string()
    .max(1000)
    .regex(/^(\?[\x21-\x7e]*)?$/)
    .meta({ description: 'What stands behind the page in the address', examples: ['?state=making'] }),
  role: z.enum(ROLES).optional().meta({ description: 'Everybody with this role has it too; left out: whoever saved it alone' }),
};

/** PUT /views/{id}. */
export const SavedViewValues = z.strictObject(shape).meta({ id: 'SavedViewValues' });

/** A list as somebody saved it. */
export const SavedView = z
  .strictObject({
    id: z.string(),
    ...shape,
    mine: z.boolean().meta({ description: 'The caller saved it, and may change it or take it away' }),
  })
  .meta({ id: 'SavedView' });

/** GET /views. */
export const SavedViewList = z.strictObject({ items: z.array(SavedView) }).meta({ id: 'SavedViewList' });
