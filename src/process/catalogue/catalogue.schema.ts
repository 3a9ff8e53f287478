import { z } from 'zod';

const Entry = z
  .looseObject({ id: z.string(), zh: z.string(), en: z.string() })
  .meta({ id: 'CatalogueEntry', description: 'What it is called in both languages and, under further names, what a form needs beside' });

/** Everything the shop has a name for, so that a console keeps no list of its own. */
export const CatalogueView = z
  .strictObject({ lists: z.record(z.string(), z.array(Entry)).meta({ description: 'By list: `roles`, `states`, `products`, …' }) })
  .meta({ id: 'Catalogue' });
