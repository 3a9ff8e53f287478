import type { Locale } from './words';

/** Chinese, the shop's first language. */
export const ZH_CN: Locale = {
  frame: {
    greetings: { customer: '尊敬的{name}，您好！', staff: '{name}，您好！', supplier: '尊敬的{name}，您好！' },
    footers: {
      customer: ['{shop} · {shopAddress}', '应急联系 {emergency} · 投诉电话 {complaints}'],
      staff: ['{shop}', '本邮件由系统发出，请勿直接回复；时间均为门店当地时间。'],
      supplier: ['{shop} · {shopAddress}', '联系电话 {emergency} · 时间均为门店当地时间'],
    },
    around: { signature: '{shop} 敬上', sentBy: '本邮件由系统发出，时间均为门店当地时间。' },
  },
  headings: { task: '任务' },
  labels: { why: '原因', due: '截止时间', because: '依据', rung: '上报级别', words: '内容' },
  lists: { and: '、', colon: '：' },
};
