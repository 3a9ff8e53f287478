import { Id } from '../../base/common.schema';
import { Refusal } from '../../base/refusals';
import type { Role } from '../../base/roles';
import type { Route, SignedInStaff } from '../../platform/http/route';
import { invalid, parse } from '../../platform/http/zod-problem';
import { z } from 'zod';
import { route } from '../permissions';
import type { Services } from '../services';
import type { SavedViewRow } from './saved-views.repository';
import { SavedView, SavedViewList, SavedViewValues, type VIEW_PAGES } from './saved-views.schema';

/** So many a person keeps: more, and nobody finds any. */
const MOST_VIEWS = 50;

/** Lists as people saved them, for themselves or for those who do the same work. */
export const savedViewRoutes = (services: Services): Route[] => [
  route({
    key: 'GET /views',
    summary: 'The lists that the caller saved, and those that are shared with their roles, by name',
    tag: 'views',
    status: 200,
    answer: SavedViewList,
    async handle({ staff }) {
      const rows = await services.savedViews.of(staff);
      return { status: 200, body: { items: rows.map((row) => viewOf(row, staff)) } };
    },
  }),
  route({
    key: 'PUT /views/{id}',
    summary: 'Save a list under an id of the caller’s making, or change one that they saved',
    tag: 'views',
    body: SavedViewValues,
    status: 200,
    answer: SavedView,
    refusals: ['no-such-entry'],
    async handle({ params, body, staff }) {
      const { id } = parse(z.strictObject({ id: Id }), params);
      const { role } = body;
      if (role !== undefined && !mayShareWith(role, staff))
        throw invalid([{ pointer: '/role', code: 'lacks-roles', params: { roles: [role] } }]);
      const standing = await ownView(services, id, staff);
      if (!standing && (await services.savedViews.countOf(staff.id)) >= MOST_VIEWS)
        throw invalid([{ pointer: '', code: 'too-many', params: { max: MOST_VIEWS } }]);
      const row = { ...body, id, storeId: staff.storeId, staffId: staff.id, role: role ?? null };
      await services.savedViews.put(row);
      return { status: 200, body: viewOf(row, staff) };
    },
  }),
  route({
    key: 'DELETE /views/{id}',
    summary: 'Take away a list that the caller saved',
    tag: 'views',
    status: 204,
    refusals: ['no-such-entry'],
    async handle({ params: { id }, staff }) {
      await ownView(services, id, staff);
      await services.savedViews.remove(id);
      return { status: 204 };
    },
  }),
];

/** Who does the work shares it with those who do it too; who answers for the shop, with anybody. */
const mayShareWith = (role: Role, { roles }: SignedInStaff): boolean => roles.includes(role) || roles.includes('store-manager');

/** A view that the caller saved; null where there is none of that id. @throws {Refusal} `no-such-entry` for anybody else's. */
async function ownView(services: Services, id: string, staff: SignedInStaff): Promise<SavedViewRow | null> {
  const row = await services.savedViews.find(id);
  if (row && row.staffId !== staff.id) throw new Refusal('no-such-entry', { code: 'no-entry-here' });
  return row;
}

const viewOf = ({ id, name, page, search, role, staffId }: SavedViewRow, staff: SignedInStaff): z.output<typeof SavedView> => ({
  id,
  name,
  page: page as (typeof VIEW_PAGES)[number],
  search,
  ...(role !== null && { role: role as Role }),
  mine: staffId === staff.id,
});
