import { z } from 'zod';
import { Id, InstantOut, page, PageQuery } from '../../base/common.schema';

const Stamp = z.string().meta({ description: 'Names what stands: it is another one after every edit' });
const Values = z.record(z.string(), z.unknown()).meta({ description: 'What the form would send to leave the entry as it is' });

/** One entry of a setting. */
export const EntryView = z
  .strictObject({
    id: z.string(),
    title: z.string().meta({ description: "What it is called, in the caller's language" }),
    stamp: Stamp,
    values: Values,
  })
  .meta({ id: 'SettingEntry' });
export type EntryView = z.output<typeof EntryView>;

/** GET /settings/{name}. */
export const SettingView = z
  .strictObject({
    items: z.array(EntryView),
    form: z
      .record(z.string(), z.unknown())
      .meta({ description: "JSON Schema of an entry's values, worded and bound as a task's form is; `default` is for a new entry" }),
    named: z.array(z.string()).meta({ description: 'The fields that name an entry: they stay as they are once it is there' }),
  })
  .meta({ id: 'Setting' });

/** GET /settings. */
export const SettingList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        name: z.string().meta({ description: 'Its name in `/settings/{name}`' }),
        title: z.string().meta({ description: "What it is called, in the caller's language" }),
        may: z.array(z.enum(['add', 'change', 'remove'])).meta({ description: 'What the caller may do with its entries' }),
      }),
    ),
  })
  .meta({ id: 'SettingList' });
export type SettingList = z.output<typeof SettingList>;

/** What an edit is held to. */
export const SeenQuery = z.strictObject({
  seen: z.string().max(64).optional().meta({
    description: 'The stamp of the entry that the caller looked at: `revision-conflict` if somebody changed it since. Left out, not asked',
  }),
});

/** GET /settings/edits. */
export const EditQuery = z.strictObject({
  ...PageQuery,
  setting: z.string().max(64).optional().meta({ description: 'Of this setting alone' }),
  entry: Id.optional().meta({ description: 'Of this entry alone' }),
});

/** One edit of what a store says of itself. */
const EditView = z
  .strictObject({
    id: z.string(),
    setting: z.string(),
    entry: z.string(),
    title: z.string().meta({ description: 'What the setting is called, in the caller’s language' }),
    before: Values.nullable().meta({ description: 'Null: it was new' }),
    after: Values.nullable().meta({ description: 'Null: it was taken away' }),
    by: z.strictObject({ id: z.string(), name: z.string() }),
    at: InstantOut,
  })
  .meta({ id: 'SettingEdit' });
export const EditPage = page(EditView, 'SettingEditPage');
