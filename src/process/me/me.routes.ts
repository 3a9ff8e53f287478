import { admitsStaff } from '../../platform/http/auth';
import { iso } from '../../platform/http/iso';
import type { Route } from '../../platform/http/route';
import { staffView } from '../../platform/people/staff-view';
import { routesOfChapters } from '../define.http';
import { route } from '../permissions';
import type { Services } from '../services';
import { homeOf } from './home.rules';
import { MeView } from './me.schema';

/** Who is signed in, where, and what they may do. */
export function meRoutes(services: Services): Route[] {
  let every: readonly Route[] | undefined;
  /** The routes of all chapters; asked when the first request comes, for this one is among them. */
  const routes = (): readonly Route[] => (every ??= routesOfChapters(services));

  return [
    route({
      key: 'GET /me',
      summary: 'Who is signed in, where, and what they may do',
      tag: 'sessions',
      status: 200,
      answer: MeView,
      async handle({ staff, language, now }) {
        const store = await services.people.store(staff.storeId);
        if (!store) throw new Error(`There is no store ${staff.storeId}.`);
        const { version, temporalUiUrl } = services.settings;
        const may = routes()
          .filter(({ permission }) => admitsStaff(permission, staff))
          .map(({ key }) => key);
        const clock = { now: iso(now), rate: services.clock.rate, zone: store.zone };
        const home = homeOf(staff.roles);
        return { status: 200, body: { staff: staffView(staff), language, store, may, home, version, temporalUiUrl, clock } };
      },
    }),
  ];
}
