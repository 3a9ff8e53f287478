import type { Words } from './instants';
import type { HouseFaults } from '../../base/faults';

/** What is said of a single field, whatever it belongs to. ICU messages. */
export const FIELD_FAULTS = {
  required: { zh: '必填', en: 'Is required' },
  'wrong-type': {
    zh: '类型不对，应为{expected, select, string {文本} number {数字} int {整数} boolean {是或否} array {列表} object {对象} other {{expected}}}',
    en: 'Must be {expected, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} other {{expected}}}',
  },
  'too-short': { zh: '至少 {min} 个字符', en: 'Needs at least {min} characters' },
  'too-long': { zh: '最多 {max} 个字符', en: 'May have at most {max} characters' },
  'too-small': { zh: '不得小于 {min}', en: 'Must be {min} or more' },
  'too-large': { zh: '不得大于 {max}', en: 'Must be {max} or less' },
  'too-few': { zh: '至少 {min} 项', en: 'Needs at least {min, plural, one {# entry} other {# entries}}' },
  'too-many': { zh: '最多 {max} 项', en: 'May have at most {max, plural, one {# entry} other {# entries}}' },
  'not-one-of': { zh: '须为以下之一：{values}', en: 'Must be one of {values}' },
  'not-a-multiple-of': { zh: '须为 {of} 的倍数', en: 'Must be a multiple of {of}' },
  'wrong-format': { zh: '格式不对（{format}）', en: 'Is not a valid {format}' },
  'unknown-field': { zh: '没有这个字段', en: 'Is not a known field' },
  blank: { zh: '不得为空白', en: 'Must not be blank' },
  'not-an-instant': {
    zh: '须为带时差的 ISO 8601 时间，例如 2026-12-01T15:00:00+08:00',
    en: 'Must be an ISO 8601 instant with an offset, e.g. 2026-12-01T15:00:00+08:00',
  },
  'out-of-years': { zh: '须在 2000 至 2199 年之间', en: 'Must lie in the years 2000 to 2199' },
  'not-a-month': { zh: '须为月份，例如 2026-12', en: 'Must be a month such as 2026-12' },
  'not-a-date': { zh: '须为日期，例如 2026-12-01', en: 'Must be a date such as 2026-12-01' },
  'not-an-id': { zh: '须为小写编号，例如 low-sugar', en: 'Must be a lower-case id such as low-sugar' },
  'not-an-sms-phone': {
    zh: '须为能收短信的电话：大陆手机号，或 + 加国家代码',
    en: 'Must be a telephone that can take SMS: a mainland mobile, or + and country code',
  },
  'not-an-address': { zh: '须为邮箱地址，例如 ming@example.com', en: 'Must be a mail address such as ming@example.com' },
  'unseen-character': {
    zh: '含有看不见的字符，例如控制符、零宽字符或方向符',
    en: 'Holds a character that cannot be seen, such as a control, zero-width or direction character',
  },
  'given-twice': { zh: '重复填写', en: 'Is given twice' },
  'not-utf8': { zh: '不是 UTF-8 编码', en: 'Is not UTF-8' },
  'unkeepable-character': { zh: '含有无法保存的字符', en: 'Holds a character that cannot be kept' },
  'unkeepable-field-name': { zh: '有一个字段的名称无法保存', en: 'Has a field whose name cannot be kept' },
  'nested-too-deeply': { zh: '嵌套过深', en: 'Is nested too deeply' },
  'not-a-page-size': { zh: '须为 1 至 200 的整数', en: 'Must be a whole number from 1 to 200' },
  'only-fields': { zh: '只接受以下字段：{values}', en: 'Only these are understood: {values}' },
  'not-a-token': {
    zh: '须为 1 至 {max} 个可见字符的文本，前后不带空格',
    en: 'Must be a text of 1 to {max} printable characters, without blanks around it',
  },
  'not-a-whole-number': { zh: '须为 {min} 至 {max} 的整数', en: 'Must be a whole number from {min} to {max}' },
  'not-a-list': { zh: '须为 {min} 至 {max} 项的列表', en: 'Must be a list of {min} to {max}' },
  'not-milliseconds': {
    zh: '须为 2000 至 2199 年之间的毫秒时间',
    en: 'Must be an instant in milliseconds, of the years 2000 to 2199',
  },
  'not-a-text': { zh: '须为 1 至 {max} 个字符的文本', en: 'Must be a text of 1 to {max} characters' },
  'over-kilobytes': { zh: '超过 {max} KB', en: 'Is over {max} KB' },
  'over-megabytes': { zh: '超过 {max} MB', en: 'Is over {max} MB' },
  'header-malformed': { zh: '请求头 {name} 无效', en: 'The header {name} is not valid' },

  'photo-missing': { zh: '缺少照片', en: 'Is missing' },
  'one-photo-and-step': { zh: '请上传一个名为 photo 的文件及其步骤', en: 'Send one file named photo and its step' },
  'unknown-picture': { zh: '不是可识别的图片格式', en: 'Is not a picture of a known kind' },
  'broken-picture': { zh: '图片无法读取', en: 'Cannot be read as a picture' },
  'heic-undecodable': { zh: '是 HEIC 图片，此处无法解码，请以 JPEG 发送', en: 'Is HEIC, which cannot be decoded here: send it as JPEG' },
  'over-megapixels': { zh: '有 {megapixels} 百万像素，最多 {max}', en: 'Has {megapixels} megapixels; {max} are the most' },
  'no-boundary': {
    zh: 'Content-Type 中没有 1 至 70 个字符的 boundary',
    en: 'The Content-Type names no boundary of 1 to 70 characters',
  },
} as const satisfies Partial<Record<keyof HouseFaults, Words>>;
