import { catalogueLists, type CatalogueEntry } from '../process/catalogue/register';
import type { Setting } from '../process/settings/setting';
import { SupplierValues } from './supplier-setting.schema';
import { channelOf } from './supplier.repository';
import { SUPPLIER_HINTS, SUPPLIER_STATES } from './words/suppliers';

/** What a supplier can have: what the chapters make things of. */
const ingredients = (): readonly CatalogueEntry[] => catalogueLists()['ingredients'] ?? [];

/** BAK-59. The backup suppliers of a store, in the order in which they are asked. Whoever has been asked stays on the list: who is to be asked no more is put out of use. */
export const SUPPLIER_SETTING: Setting<'suppliers', typeof SupplierValues> = {
  name: 'suppliers',
  summary: 'Backup suppliers, in the order in which they are asked (BAK-59)',
  schema: SupplierValues,
  async read(db, storeId) {
    const rows = await db.supplier.findMany({ where: { storeId }, orderBy: [{ rank: 'asc' }, { name: 'asc' }, { id: 'asc' }] });
    return rows.map(({ id, storeId: _store, email, url, channel, ...values }) => ({
      id,
      values: { ...values, channel: channelOf(channel), ...(email !== null && { email }), ...(url !== null && { url }) },
    }));
  },
  title: ({ rank, name, active }, language) => [`${rank}. ${name}`, ...(active ? [] : [SUPPLIER_STATES.idle[language]])].join(' · '),
  bind: (_services, _storeId, { language }) => ({
    items: { among: ingredients().map((entry) => ({ const: entry.id, title: entry[language] })) },
    rank: { hint: SUPPLIER_HINTS.rank[language] },
    limitMinutes: { hint: SUPPLIER_HINTS.limitMinutes[language], first: 240 },
    active: { first: true },
  }),
  check(_tx, _place, { items }) {
    const known = ingredients().map(({ id }) => id);
    return items.flatMap((item, n) =>
      known.includes(item) ? [] : [{ pointer: `/items/${n}`, code: 'not-one-of', params: { values: known }, rule: 'BAK-59' } as const],
    );
  },
  async put(tx, { id, storeId }, { email = null, url = null, ...said }) {
    const values = { ...said, email, url };
    await tx.supplier.upsert({ where: { id }, create: { ...values, id, storeId }, update: values });
  },
};
