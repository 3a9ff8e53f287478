import type { z } from 'zod';
import { Refusal } from '../../base/refusals';
import { canonicalJson } from '../../platform/db/canonical-json';
import type { Tx } from '../../platform/db/client';
import { sha256 } from '../../platform/http/crypto';
import type { Call, Permission, Route } from '../../platform/http/route';
import { invalid } from '../../platform/http/zod-problem';
import type { Tongue } from '../../platform/words/instants';
import type { Services } from '../services';
import { worded } from '../tasks/bound-form';
import { schemaOf } from '../tasks/schema-of';
import type { Entry, EntryPlace, Setting } from './setting';
import { holdSetting, isMade, keepEdit } from './setting-edits.repository';
import { EntryView, SeenQuery, SettingView } from './settings.schema';

/** The rows of a setting in a table of permissions: to read it always, and for what its people may do with its entries. */
export type SettingPermissions<Name extends string> = Readonly<Record<`GET /settings/${Name}`, Permission>> &
  Readonly<Partial<Record<`PUT /settings/${Name}/{id}` | `POST /settings/${Name}` | `DELETE /settings/${Name}/{id}`, Permission>>>;

type Said = Readonly<Record<string, unknown>>;
const STAMP_LENGTH = 16;
const stampOf = (values: Said): string => sha256(canonicalJson(values)).slice(0, STAMP_LENGTH);

/** The routes of one setting: to read it, and those for which the table has a row. */
export function settingRoutes<Name extends string, Schema extends z.ZodObject>(
  services: Services,
  permissions: SettingPermissions<NoInfer<Name>>,
  setting: Setting<Name, Schema>,
): Route[] {
  const allowed: Readonly<Record<string, Permission | undefined>> = permissions;
  const rows: Omit<Route, 'permission'>[] = [
    readRoute(services, setting),
    addRoute(services, setting),
    changeRoute(services, setting),
    removeRoute(services, setting),
  ];
  return rows.flatMap((row) => {
    const permission = allowed[row.key];
    return permission === undefined ? [] : [{ ...row, permission }];
  });
}

const TAG = 'settings';

const readRoute = <Name extends string, Schema extends z.ZodObject>(
  services: Services,
  setting: Setting<Name, Schema>,
): Omit<Route, 'permission'> => ({
  key: `GET /settings/${setting.name}`,
  summary: `${setting.summary}: the entries, and the form of one`,
  tag: TAG,
  status: 200,
  answer: SettingView,
  async handle({ staff, language, now }) {
    const entries = await setting.read(services.db, staff.storeId, now);
    const bound = (await setting.bind?.(services, staff.storeId, { language, now, by: staff })) ?? {};
    const form = worded(schemaOf(setting.schema), [], { kind: setting.name, language, bound });
    return {
      status: 200,
      body: { items: entries.map((entry) => entryView(setting, entry, language)), form, named: [...(setting.named ?? [])] },
    };
  },
});

const addRoute = <Name extends string, Schema extends z.ZodObject>(
  services: Services,
  setting: Setting<Name, Schema>,
): Omit<Route, 'permission'> => ({
  key: `POST /settings/${setting.name}`,
  summary: `${setting.summary}: another entry`,
  tag: TAG,
  body: setting.schema,
  status: 201,
  answer: EntryView,
  async handle(call) {
    const values = call.body as z.output<Schema>;
    const { named } = setting;
    const id = named ? nameOf(named, values) : call.idFor(setting.name);
    const added = await edit(services, setting, call, id, async (tx, place, before) => {
      if (before !== null && named) throw invalid([{ pointer: `/${named[0]}`, code: 'given-twice' }]);
      await put(tx, setting, place, values);
    });
    return { status: 201, body: added };
  },
});

const changeRoute = <Name extends string, Schema extends z.ZodObject>(
  services: Services,
  setting: Setting<Name, Schema>,
): Omit<Route, 'permission'> => ({
  key: `PUT /settings/${setting.name}/{id}`,
  summary: `${setting.summary}: change an entry`,
  tag: TAG,
  query: SeenQuery,
  body: setting.schema,
  status: 200,
  answer: EntryView,
  refusals: ['no-such-entry', 'revision-conflict'],
  async handle(call) {
    const { id } = call.params as { readonly id: string };
    const values = call.body as z.output<Schema>;
    const { named } = setting;
    const changed = await edit(services, setting, call, id, async (tx, place, before) => {
      assertStands(before, call.query as z.output<typeof SeenQuery>);
      if (named && nameOf(named, values) !== id) throw invalid([{ pointer: `/${named[0]}`, code: 'entry-renamed' }]);
      await put(tx, setting, place, values);
    });
    return { status: 200, body: changed };
  },
});

const removeRoute = <Name extends string, Schema extends z.ZodObject>(
  services: Services,
  setting: Setting<Name, Schema>,
): Omit<Route, 'permission'> => ({
  key: `DELETE /settings/${setting.name}/{id}`,
  summary: `${setting.summary}: take an entry away`,
  tag: TAG,
  query: SeenQuery,
  status: 204,
  refusals: ['no-such-entry', 'revision-conflict'],
  async handle(call) {
    const { id } = call.params as { readonly id: string };
    await edit(services, setting, call, id, async (tx, place, before) => {
      assertStands(before, call.query as z.output<typeof SeenQuery>);
      await setting.remove?.(tx, place);
    });
    return { status: 204 };
  },
});

/** What names an entry by its fields: no two have the same. */
const nameOf = (fields: readonly string[], values: Said): string => fields.map((field) => String(values[field])).join('.');

/** @throws {Refusal} `no-such-entry`; `revision-conflict` when it is not what the caller looked at. */
function assertStands(before: Said | null, { seen }: z.output<typeof SeenQuery>): void {
  if (before === null) throw new Refusal('no-such-entry', { code: 'no-entry-here' });
  if (seen !== undefined && seen !== stampOf(before)) throw new Refusal('revision-conflict', { code: 'changed-meanwhile' });
}

async function put<Name extends string, Schema extends z.ZodObject>(
  tx: Tx,
  setting: Setting<Name, Schema>,
  place: EntryPlace,
  values: z.output<Schema>,
): Promise<void> {
  const wrong = (await setting.check?.(tx, place, values)) ?? [];
  if (wrong.length > 0) throw invalid(wrong);
  await setting.put(tx, place, values);
}

/**
 * One edit, with its line on record, in one transaction: whole or not at all. What leaves everything as it is, is no edit, and a repeat of a
 * request finds its own.
 */
async function edit<Name extends string, Schema extends z.ZodObject>(
  services: Services,
  setting: Setting<Name, Schema>,
  { staff, now, idFor, language }: Call,
  id: string,
  make: (tx: Tx, place: EntryPlace, before: Said | null) => Promise<void>,
): Promise<EntryView | undefined> {
  const { storeId } = staff;
  const editId = idFor('setting-edit');
  const found = await services.db.$transaction(async (tx) => {
    await holdSetting(tx, storeId, setting.name);
    const standing = async () => (await setting.read(tx, storeId, now)).find((entry) => entry.id === id);
    const before = await standing();
    if (await isMade(tx, editId)) return before;
    await make(tx, { storeId, id, now, by: staff }, before?.values ?? null);
    const after = await standing();
    const said = { before: before?.values ?? null, after: after?.values ?? null };
    if (canonicalJson(said.before) !== canonicalJson(said.after))
      await keepEdit(tx, { id: editId, storeId, setting: setting.name, entry: id, ...said, by: staff.id, at: now });
    return after;
  });
  return found && entryView(setting, found, language);
}

const entryView = <Name extends string, Schema extends z.ZodObject>(
  { title }: Setting<Name, Schema>,
  { id, values, known = {} }: Entry<z.input<Schema>>,
  language: Tongue,
): EntryView => ({ id, title: title(values, language, known), stamp: stampOf(values), values });
