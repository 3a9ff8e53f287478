import type { Words } from './instants';
import type { HouseFaults } from '../../base/faults';

/** What is said of a request as a whole: who may not, how it was asked, what is away. ICU messages. */
export const REQUEST_FAULTS = {
  'needs-role': { zh: '须具有以下角色之一：{roles}。', en: 'This needs one of the roles: {roles}.' },
  'no-token': {
    zh: '请以 Authorization: Bearer 或会话 Cookie 提供会话令牌。',
    en: 'Send a session token as Authorization: Bearer, or the session cookie.',
  },
  'session-over': { zh: '会话不存在或已结束，请重新登录。', en: 'This session is not known, or has ended; sign in again.' },
  'csrf-missing': {
    zh: '请在 X-Levain-Csrf 请求头中带上 GET /api/v1/sessions/current 返回的值。',
    en: 'Send X-Levain-Csrf with the value from GET /api/v1/sessions/current.',
  },
  'login-wrong': { zh: '没有使用此登录名和密码的在职员工。', en: 'No active member of staff has this login and password.' },
  'password-temporary': { zh: '此密码是临时密码，请设置自己的密码。', en: 'This password is a temporary one; choose one of your own.' },
  'link-unknown': { zh: '此链接不是本店发出的，或不完整。', en: 'This link was not issued here, or is incomplete.' },
  'link-over': { zh: '此链接已过期，请向门店索取新的链接。', en: 'This link has expired; ask the shop for a new one.' },
  'link-withdrawn': { zh: '此链接已被撤回，请向门店索取新的链接。', en: 'This link was withdrawn; ask the shop for a new one.' },
  'link-spent': {
    zh: '此链接今日使用次数已达上限，请致电门店。',
    en: 'This link has been used as often as it may be today; please call the shop.',
  },
  'too-many-tries': { zh: '尝试过多，请按 Retry-After 所示时间后再试。', en: 'Too many tries; wait as long as Retry-After says.' },

  'fields-invalid': {
    zh: '有 {count} 个字段无效。',
    en: '{count, plural, one {One field is not valid.} other {# fields are not valid.}}',
  },
  'message-unreadable': { zh: '内容无法识别。', en: 'What was sent could not be read.' },
  'no-address-here': { zh: '此地址没有内容；可用地址见 /docs。', en: 'Nothing lives at this address; /docs lists what does.' },
  'body-too-large': { zh: '内容超过此地址的上限。', en: 'The body is larger than this address takes.' },
  'charset-unsupported': {
    zh: '不支持此字符集或编码，请发送 UTF-8 JSON。',
    en: 'The charset or encoding of the body is not supported; send UTF-8 JSON.',
  },
  'not-json': { zh: '内容不是有效的 JSON。', en: 'The body is not JSON.' },
  'form-unexpected': { zh: '表单不符合要求。', en: 'The form is not as expected.' },
  unreadable: { zh: '请求无法读取。', en: 'The request cannot be read.' },
  'send-as': { zh: '请以 {type} 发送内容。', en: 'Send the body as {type}.' },
  'photo-as-form': { zh: '请以 multipart/form-data 发送照片。', en: 'Send the photo as multipart/form-data.' },
  'not-a-picture': {
    zh: '照片须为此处可读取的 JPEG、PNG 或 WebP 图片。',
    en: 'The photo is not a JPEG, PNG or WebP picture that can be read here.',
  },
  'cursor-damaged': { zh: '请从头开始，不带游标。', en: 'Start again without a cursor.' },
  'key-malformed': { zh: 'Idempotency-Key 须为 1–128 个可见字符。', en: 'Idempotency-Key must be 1–128 visible characters.' },
  'key-of-another-request': {
    zh: '此 Idempotency-Key 已用于另一请求；新请求须用新的键。',
    en: 'This Idempotency-Key was sent with another request; a new request needs a new key.',
  },
  'methods-are': { zh: '此地址支持 {methods}。', en: 'This address takes {methods}.' },

  'key-under-way': {
    zh: '使用此 Idempotency-Key 的第一个请求仍在处理，请以同一键再问。',
    en: 'The first request with this Idempotency-Key is still being done; ask again with the same key.',
  },
  'key-taken-over': {
    zh: '此请求已由另一次尝试接手，请以同一 Idempotency-Key 再问。',
    en: 'Another try of this request has taken over; ask again with the same Idempotency-Key.',
  },
  'records-away': {
    zh: '暂时无法访问记录，请以同一 Idempotency-Key 重试。',
    en: 'The records cannot be reached; try again with the same Idempotency-Key.',
  },
  'broken-here': {
    zh: '请求未能完成；凭 X-Request-Id 可在日志中查到原因。',
    en: 'The request could not be finished. Its X-Request-Id finds the reason in the log.',
  },
} as const satisfies Partial<Record<keyof HouseFaults, Words>>;
