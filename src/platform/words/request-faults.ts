import type { FaultCode } from '../../base/faults';
import type { Words } from './instants';

/** What is said of a request as a whole: where the order stands, what is not there, who may not, what is away. ICU messages. */
export const REQUEST_FAULTS = {
  'state-forbids': { zh: '订单状态为“{state}”，不能这样做。', en: 'The order is “{state}”, which does not allow this.' },
  'state-cannot-follow': { zh: '订单状态为“{from}”，不能变为“{to}”。', en: 'The order is “{from}”, so it cannot become “{to}”.' },
  'no-change-in-state': {
    zh: '订单状态为“{state}”；调整只能在接单后、交付前申请。',
    en: 'The order is “{state}”; changes are asked for between acceptance and delivery.',
  },
  'shortage-settled': { zh: '短缺已解决，无须因此调整。', en: 'The shortage is settled, so it makes no change necessary.' },
  'more-than-swap': { zh: '超出原料短缺所提供的替换。', en: 'This is more than the swap a shortage offers.' },
  'too-late-to-correct': {
    zh: '订单状态为“{state}”：收货信息只能电话更改。',
    en: 'The order is “{state}”: where it goes can only be changed by telephone.',
  },
  'packed-stands': { zh: '订单状态为“{state}”：已打包的不再调整。', en: 'The order is “{state}”: what is packed stands.' },
  'no-rework-in-state': {
    zh: '订单状态为“{state}”：可以继续、调整或取消，不能返工。',
    en: 'The order is “{state}”: it can go on, be changed or be cancelled.',
  },
  'window-closed': { zh: '调整期已于 {endedAt} 结束。', en: 'The change window closed at {endedAt}.' },
  'preview-outrun': {
    zh: '预览之后订单已有变化，请查看新的预览。',
    en: 'The order moved on since the preview was made; look at the new one.',
  },
  'preview-changed': {
    zh: '预览已更新：请查看 /api/v1/orders/{order}/changes，并以其 previewHash {previewHash} 作决定。',
    en: 'The preview is another by now: look at it at /api/v1/orders/{order}/changes, and decide with its previewHash {previewHash}.',
  },
  'nothing-to-replace': { zh: '目前没有正在交付、可以更换的产品。', en: 'Nothing is being handed over that could be replaced.' },
  'order-lost': {
    zh: '此订单的流程已中断，操作未执行；店长的任务中有它的修复。',
    en: 'The workflow of this order was lost, and nothing was done; its repair is a task of the store manager.',
  },
  'only-what-ends-it': {
    zh: '此订单的操作已接近上限，只接受完成或取消订单所需的操作。',
    en: 'So much has been done to this order that it now takes only what is needed to end it.',
  },
  'wishes-undecided': {
    zh: '您已有 {most} 项调整申请待决定。',
    en: '{most} changes that you asked for are still to be decided.',
  },
  'order-ended': { zh: '订单已经结束。', en: 'The order has come to its end.' },
  'task-is-nobodys': { zh: '此任务目前无人负责。', en: 'The task is nobody’s.' },
  'task-is-theirs': { zh: '此任务已由该员工负责。', en: 'The task is theirs already.' },
  'closes-by-itself': {
    zh: '记录恢复写入后，此任务自行关闭，无须答复。',
    en: 'This task closes by itself, as soon as the record can be written again.',
  },
  'task-withdrawn': { zh: '此任务已撤回，无须再答复。', en: 'This task was withdrawn; nothing waits for its answer.' },
  'nothing-to-approve': { zh: '目前没有待您确认的设计稿。', en: 'No design draft waits for your answer.' },
  'rating-closed': { zh: '评分时间已过。', en: 'The time for a rating is over.' },
  'rated-already': { zh: '此订单已评分。', en: 'This order has been rated.' },
  'answered-by': { zh: '{name}已于 {answeredAt} 答复。', en: 'Answered by {name} at {answeredAt}.' },
  'on-record': { zh: '此项已有记录。', en: 'This is on record already.' },
  'question-closed': { zh: '此询问已有答复，或已结束。', en: 'This question has been answered, or is no longer open.' },
  'answered-already': { zh: '此项已有答复。', en: 'This was answered already.' },
  'voted-already': { zh: '您已投过票。', en: 'You have voted already.' },
  'change-decided': {
    zh: '此调整{decision, select, approved {已获批准} rejected {未获批准} other {已撤回}}。',
    en: 'The change was {decision}.',
  },
  'alternatives-answered': { zh: '备选方案已答复，或已不再需要。', en: 'The alternatives were answered, or are no longer needed.' },

  'no-order-here': { zh: '本店没有此订单。', en: 'There is no such order in your store.' },
  'no-task-here': { zh: '本店没有此任务。', en: 'There is no such task in your store.' },
  'no-task-of-order': { zh: '此订单没有该任务。', en: 'This order has no such task.' },
  'no-change-of-order': { zh: '此订单没有该调整申请。', en: 'This order has no such change request.' },
  'change-undecidable': { zh: '此调整没有待作的决定。', en: 'This change waits for no decision.' },
  'no-exception-of-order': { zh: '此订单没有该异常。', en: 'This order has no such exception.' },
  'no-link-of-order': { zh: '此订单没有该链接。', en: 'This order has no such link.' },
  'no-photo-here': { zh: '本店没有此照片。', en: 'There is no such photo in your store.' },
  'no-staff-here': { zh: '本店没有此在职员工。', en: 'Nobody active in your store has this id.' },
  'no-address-here': { zh: '此地址没有内容；可用地址见 /docs。', en: 'Nothing lives at this address; /docs lists what does.' },

  'needs-role': { zh: '须具有以下角色之一：{roles}。', en: 'This needs one of the roles: {roles}.' },
  'act-is-for': { zh: '此操作由以下人员办理：{who}。', en: 'This is for: {who}.' },
  'not-through-the-api': {
    zh: '操作须经由 API；此处只接受 approve、reject 与 cancel 信号。',
    en: 'Acts come through the API; at this door there are the signals approve, reject and cancel.',
  },
  'task-is-for': {
    zh: '此任务由以下角色办理：{roles}，或其负责人、代理人。',
    en: 'This task is for: {roles}, its assignee, or a deputy.',
  },
  'vote-is-for': { zh: '此任务由以下角色办理：{roles}，或代理人。', en: 'This task is for: {roles}, or a deputy.' },
  'reassigning-needs-role': { zh: '转派此任务须具有以下角色之一：{roles}。', en: 'Reassigning this task needs one of the roles: {roles}.' },
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
  'signer-unknown': {
    zh: '本店没有使用此登录名的在职员工，或此入口已关闭。',
    en: 'Nobody active in this store has that login, or this door is turned off.',
  },
  'more-than-yes-or-no': {
    zh: '“{task}”不能只答是或否，请在待办中答复。',
    en: 'The step “{task}” needs more than yes or no; answer it in the inbox.',
  },
  'link-unknown': { zh: '此链接不是本店发出的，或不完整。', en: 'This link was not issued here, or is incomplete.' },
  'link-for-something-else': { zh: '此链接不能用于这里。', en: 'This link does not allow that.' },
  'link-over': { zh: '此链接已过期，请向门店索取新的链接。', en: 'This link has expired; ask the shop for a new one.' },
  'link-withdrawn': { zh: '此链接已被撤回，请向门店索取新的链接。', en: 'This link was withdrawn; ask the shop for a new one.' },
  'link-spent': {
    zh: '此链接今日使用次数已达上限，请致电门店。',
    en: 'This link has been used as often as it may be today; please call the shop.',
  },
  'needs-digits': { zh: '更正须填写顾客电话的后四位。', en: 'A correction needs the last four digits of the customer’s telephone.' },
  'too-many-tries': { zh: '尝试过多，请按 Retry-After 所示时间后再试。', en: 'Too many tries; wait as long as Retry-After says.' },

  'fields-invalid': {
    zh: '有 {count} 个字段无效。',
    en: '{count, plural, one {One field is not valid.} other {# fields are not valid.}}',
  },
  'message-unreadable': { zh: '内容无法识别。', en: 'What was sent could not be read.' },
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
  'order-away': {
    zh: '未能及时联系到订单，请以同一 Idempotency-Key 再问。',
    en: 'The order could not be reached in time; ask again with the same Idempotency-Key.',
  },
  'act-unwritten': {
    zh: '操作已被受理，但暂时无法写入记录；请以同一 Idempotency-Key 再问，不会重复执行。',
    en: 'The act was accepted and cannot be put to record yet; ask again with the same Idempotency-Key: it is not done twice.',
  },
  'order-not-started': {
    zh: '订单已登记，但流程尚未启动或正在修复，请稍后再试。',
    en: 'The order is on file but its workflow has not started yet, or is being repaired; try again shortly.',
  },
  'acts-in-flight': { zh: '此订单有十个操作正在处理，请稍后再试。', en: 'Ten acts on this order are under way; try again shortly.' },
  'broken-here': {
    zh: '请求未能完成；凭 X-Request-Id 可在日志中查到原因。',
    en: 'The request could not be finished. Its X-Request-Id finds the reason in the log.',
  },
} as const satisfies Partial<Record<FaultCode, Words>>;
