/** The supplier's page; suppliers are written to in Chinese. */
export const SUPPLIER_WORDS = {
  title: '供货询问',
  item: '所需原料',
  neededBy: '最迟',
  answered: '此询问已答复或已结束，谢谢。',
  heading: '能否供货？',
  available: '可以',
  unavailable: '不可以',
  promisedAt: '送达时间（以门店当地时间为准）',
  send: '答复',
} as const;
