import type { TwoNames } from '../../process/outbox/names';

const row = (zh: string, en: string): TwoNames => ({ zh, en });

/** What papers of a bakery are called. */
export const BAKERY_PAPER_NAMES = {
  sheet: row('生产任务单', 'Production task sheet'),
  quality: row('品质承诺卡', 'Quality commitment card'),
  greeting: row('定制贺卡', 'Greeting card'),
};

/** What stands on them. ICU messages. */
export const BAKERY_PAPER_WORDS = {
  // BAK-44
  version: row('订单 {order} · 第 {version} 版', 'Order {order} · version {version}'),
  highRisk: row('高风险订单：见专项跟踪表', 'High risk: see the tracking sheet'),
  rush: row('加急', 'Rush'),
  lines: row('制作内容', 'What is made'),
  keySteps: row('关键步骤（拍照留存）', 'Key steps (each is photographed)'),
  deadlines: row('时限与负责人', 'Deadlines and who does it'),
  stage: row('环节', 'Stage'),
  due: row('截止', 'Due'),
  responsible: row('负责人', 'Responsible'),
  nobody: row('未指定', 'nobody yet'),
  start: row('计划开始制作', 'Making starts'),
  promised: row('约定交付', 'Promised'),
  signature: row('烘焙师签收', 'Signed by the baker'),
  signed: row('{name}，{at}', '{name}, {at}'),
  supervisor: row('生产主管', 'Production supervisor'),
  // BAK-63
  promise: row(
    '本单产品经逐单检验后交付。如对品质不满意，请致电投诉电话，我们将及时处理。',
    'Each order is checked before it leaves us. If anything is wrong with it, please call: we will see to it.',
  ),
  order: row('订单号', 'Order'),
  goods: row('产品', 'Product'),
  productionDate: row('生产日期', 'Production date'),
  shelfLife: row('保质期', 'Shelf life'),
  keepsHours: row('{n} 小时（{until} 前食用）', '{n} hours (eat before {until})'),
  keepsDays: row('{n} 天（{until} 前食用）', '{n} days (eat before {until})'),
  complaints: row('投诉电话', 'Complaints'),
  manager: row('店长签名', 'Store manager'),
  // BAK-66
  team: row('为您制作的团队', 'The team that made it for you'),
  to: row('致 {name}', 'For {name}'),
};
