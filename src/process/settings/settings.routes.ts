import { admitsStaff } from '../../platform/http/auth';
import { iso } from '../../platform/http/iso';
import type { Route, SignedInStaff } from '../../platform/http/route';
import { listedName } from '../../platform/words/register';
import { routesOfChapters } from '../define.http';
import { listRoute, PROCESS_PERMISSIONS, route } from '../permissions';
import type { Services } from '../services';
import { listEdits } from './setting-edits.repository';
import { CLOSURE_SETTING } from './closure.setting';
import { settingRoutes } from './setting-routes';
import { EditPage, EditQuery, SettingList } from './settings.schema';
import { STORE_SETTING } from './store.setting';
import { PEOPLE_SETTING } from './people.setting';
import { ABSENCES_SETTING } from './absences.setting';

/** What a shop says of itself: which settings there are, who edited them, and those that every shop has. */
export function settingsRoutes(services: Services): Route[] {
  let every: readonly Route[] | undefined;
  /** The routes of all chapters; asked when the first request comes, for these are among them. */
  const routes = (): readonly Route[] => (every ??= routesOfChapters(services));
  const opens: Opens = (staff) => new Set(routes().flatMap(({ key, permission }) => (admitsStaff(permission, staff) ? [key] : [])));
  return [
    listOfSettings(opens),
    editsRoute(services, opens),
    ...settingRoutes(services, PROCESS_PERMISSIONS, STORE_SETTING),
    ...settingRoutes(services, PROCESS_PERMISSIONS, PEOPLE_SETTING),
    ...settingRoutes(services, PROCESS_PERMISSIONS, ABSENCES_SETTING),
    ...settingRoutes(services, PROCESS_PERMISSIONS, CLOSURE_SETTING),
  ];
}

/** The keys of the routes that somebody is let in at. */
type Opens = (staff: SignedInStaff) => ReadonlySet<string>;

const EDITS = 'GET /settings/edits';
/** The route that reads a setting names it. */
const READS = /^GET \/settings\/([a-z-]+)$/;
/** Names of the settings whose routes are among these. */
const readable = (open: ReadonlySet<string>): string[] => [...open].flatMap((key) => (key === EDITS ? [] : (READS.exec(key)?.[1] ?? [])));

const listOfSettings = (opens: Opens): Route =>
  route({
    key: 'GET /settings',
    summary: 'What the caller may look at and change of what the store says of itself',
    tag: 'settings',
    status: 200,
    answer: SettingList,
    handle({ staff, language }) {
      const open = opens(staff);
      const items = readable(open).map((name) => ({
        name,
        title: listedName('settings', name, language) ?? name,
        may: mayWith(name, open),
      }));
      return Promise.resolve({ status: 200, body: { items } });
    },
  });

/** What can be done with the entries of a setting by whoever is let in at these routes. */
const mayWith = (name: string, open: ReadonlySet<string>): SettingList['items'][number]['may'] => [
  ...(open.has(`POST /settings/${name}`) ? (['add'] as const) : []),
  ...(open.has(`PUT /settings/${name}/{id}`) ? (['change'] as const) : []),
  ...(open.has(`DELETE /settings/${name}/{id}`) ? (['remove'] as const) : []),
];

/** The edits of what the caller may look at: nobody reads here what they may not read where it stands. */
const editsRoute = (services: Services, opens: Opens): Route =>
  listRoute(services, {
    key: EDITS,
    summary: 'Who changed what of what the store says of itself, latest first',
    tag: 'settings',
    query: EditQuery,
    answer: EditPage,
    sortedBy: { at: Number, id: String },
    rows({ staff, query: { setting, entry } }, limit, after) {
      const settings = readable(opens(staff)).filter((name) => setting === undefined || name === setting);
      return listEdits(services.db, { storeId: staff.storeId, settings, entry }, limit, after);
    },
    async views(edits, { language }) {
      const names = await services.people.namesOf(edits.map(({ by }) => by));
      return edits.map(({ storeId: _store, by, at, ...edit }) => ({
        ...edit,
        title: listedName('settings', edit.setting, language) ?? edit.setting,
        by: { id: by, name: names.get(by) ?? by },
        at: iso(at),
      }));
    },
  });
