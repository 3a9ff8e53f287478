import { orderServices } from '../orders/services';
import { defineHttp } from '../process/define.http';
import { settingRoutes } from '../process/settings/setting-routes';
import './letter-samples';
import { questionOf } from './question-link';
import { isAnswered, questionBehind, questionStatus } from './question-status';
import { QuestionView } from './question.schema';
import { questionRoutes } from './question.routes';
import { PURCHASING_PERMISSIONS } from './permissions';
import { sourcingRoutes } from './sourcing.routes';
import { questionPages } from './supplier-page';
import { SUPPLIER_SETTING } from './supplier.setting';

defineHttp({
  name: 'purchasing',
  routes: (services) => [
    ...[questionRoutes, sourcingRoutes].flatMap((routes) => routes(orderServices(services))),
    ...settingRoutes(services, PURCHASING_PERMISSIONS, SUPPLIER_SETTING),
  ],
  pages: (services) => questionPages(orderServices(services)),
  guarded: ['/s'],
  /** A supplier has chosen no language. */
  async linkHolder(services, link) {
    const asked = await questionBehind(orderServices(services), link);
    return asked && { storeId: asked.order.storeId, language: null };
  },
  linkView: {
    answer: QuestionView,
    async show(services, link) {
      const own = orderServices(services);
      const asked = await questionBehind(own, link);
      return asked && questionStatus(own, asked, link);
    },
    async isSettled(services, link) {
      const question = questionOf(link);
      return question !== null && isAnswered(orderServices(services), question);
    },
  },
});
