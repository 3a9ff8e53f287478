import { orderServices } from '../orders/services';
import { defineHttp } from '../process/define.http';
import { questionOf } from './question-link';
import { isAnswered, questionBehind, questionStatus } from './question-status';
import { QuestionView } from './question.schema';
import { questionRoutes } from './question.routes';
import { sourcingRoutes } from './sourcing.routes';
import { questionPages } from './supplier-page';

defineHttp({
  name: 'purchasing',
  routes: (services) => [questionRoutes, sourcingRoutes].flatMap((routes) => routes(orderServices(services))),
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
