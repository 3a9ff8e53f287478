import { inBoth } from '../../words/words';

/** The words of the rulebook. */
export const RULEBOOK_WORDS = inBoth({
  zh: {
    title: '规则',
    about: '订单从接单起一直按当时的数字执行；此处只能查看。',
    find: '查找条款或内容',
    version: (version: string) => `现行版本 ${version}`,
    allHold: '未完成的订单全部按此版本。',
    othersHold: (orders: string, version: string) => `另有 ${orders} 个未完成的订单按版本 ${version} 执行，其数字可能不同。`,
    nothing: '没有找到。',
    regulation: '规章',
    reading: '本店解读',
  },
  en: {
    title: 'Rulebook',
    about: 'An order keeps the numbers under which it was taken to its end; they are only read here.',
    find: 'Find a rule or its words',
    version: (version: string) => `In force: version ${version}`,
    allHold: 'Every open order goes by it.',
    othersHold: (orders: string, version: string) => `${orders} open orders go by version ${version}, whose numbers may be others.`,
    nothing: 'Nothing was found.',
    regulation: 'the regulation',
    reading: 'our reading',
  },
});
