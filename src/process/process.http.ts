import { sessionRoutes } from '../platform/people/sessions.routes';
import { catalogueRoutes } from './catalogue/catalogue.routes';
import { defineHttp } from './define.http';
import { feedRoutes } from './feed/feed.routes';
import { lettersRoutes } from './outbox/letters.routes';
import { linkRoutes } from './links/links.routes';
import { meRoutes } from './me/me.routes';
import { givenPasswordRoutes } from './me/passwords.routes';
import { profileRoutes } from './me/profile.routes';
import { settingsRoutes } from './settings/settings.routes';
import { photoRoutes } from './photos/photos.routes';
import { storePictureRoutes } from './store/store-pictures.routes';
import { savedViewRoutes } from './saved-views/saved-views.routes';
import { taskRoutes } from './tasks/tasks.routes';

defineHttp({
  name: 'process',
  routes: (services) =>
    [
      sessionRoutes,
      meRoutes,
      profileRoutes,
      givenPasswordRoutes,
      catalogueRoutes,
      feedRoutes,
      savedViewRoutes,
      settingsRoutes,
      lettersRoutes,
      photoRoutes,
      storePictureRoutes,
      taskRoutes,
      linkRoutes,
    ].flatMap((routes) => routes(services)),
});
