import { inBoth } from '../../words/words';

/** The words of the letters. */
export const LETTERS_WORDS = inBoth({
  zh: {
    title: '通知与信函',
    customer: '致顾客',
    staff: '致员工',
    supplier: '致供应商',
    email: '邮件',
    sms: '短信',
    urgent: '紧急，不受免打扰时段限制',
    invented: '以虚构的内容显示，门店信息为当前设置。',
    language: '收信人语言',
    'zh-CN': '中文',
    en: 'English',
  },
  en: {
    title: 'Letters',
    customer: 'to the customer',
    staff: 'to staff',
    supplier: 'to a supplier',
    email: 'e-mail',
    sms: 'short message',
    urgent: 'urgent: no quiet hours',
    invented: 'Shown with invented facts; what the store says of itself is as it stands.',
    language: 'Language of the reader',
    'zh-CN': '中文',
    en: 'English',
  },
});
