import { shopTime } from '../base/clock';
import { createCalendars } from '../platform/db/calendar.repository';
import type { ApiDeps } from '../platform/http/deps';
import { createLinks } from '../platform/links/link.repository';
import { createSessions } from '../platform/people/session.repository';
import { createStaffReads } from '../platform/people/staff-read.repository';
import { createFeed } from './feed/feed';
import { createNoticeReads } from './outbox/notice-read.repository';
import { createPhotoRows } from './photos/photo.repository';
import { createPictures } from './photos/pictures';
import type { Desk } from './ports.messages';
import { createSavedViews } from './saved-views/saved-views.repository';
import { createTexts } from './record/text.repository';
import { createTimelineReads } from './record/timeline-read.repository';
import { createStorePictures } from './store/store-pictures.repository';
import { createTaskReads } from './tasks/task-read.repository';

/** Everything the routes need from outside; `src/main/api.ts` builds the real ones, tests build others. */
export interface Deps extends ApiDeps {
  readonly desk: Desk;
}

/** What the routes of every process work with: the deps and one repository for each thing. A chapter adds those of its own. */
export const createServices = (deps: Deps) => ({
  ...deps,
  calendars: createCalendars(deps.db, () => shopTime(deps.clock, deps.realNow())),
  tasks: createTaskReads(deps.db),
  texts: createTexts(deps.db),
  storePictures: createStorePictures(deps.db),
  photoRows: createPhotoRows(deps.db),
  pictures: createPictures(deps),
  notices: createNoticeReads(deps.db),
  timeline: createTimelineReads(deps.db),
  people: createStaffReads(deps.db),
  links: createLinks(deps.db),
  sessions: createSessions(deps.db),
  feed: createFeed(deps.db),
  savedViews: createSavedViews(deps.db),
});
export type Services = ReturnType<typeof createServices>;
