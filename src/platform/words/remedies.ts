import type { RefusalCode } from '../../base/refusals';
import type { Words } from './instants';

/**
 * What a person does about each refusal, below what happened this time. What a program does stands in `problem-notes.ts`. A fault of a field needs
 * none of its own: it says what is wrong with the field, and travels with one of these.
 */
export const REMEDIES = {
  'invalid-request': {
    zh: '请改正标出的内容，再次提交；此前没有保存任何内容。',
    en: 'Correct what is marked and send it again; nothing was kept.',
  },
  'invalid-cursor': { zh: '请从头重新打开此列表。', en: 'Open the list again from its beginning.' },
  'sign-in-required': { zh: '请重新登录，然后继续；已填写的内容仍在。', en: 'Sign in again and go on; what you typed is still there.' },
  'bad-credentials': {
    zh: '请核对登录名和密码后重试；多次失败后请等五分钟，或请店长协助。',
    en: 'Check login and password and try again; after many failures wait five minutes, or ask the store manager.',
  },
  'password-change-required': {
    zh: '请设置一个至少 10 个字符的新密码，再次登录。',
    en: 'Choose a new password of at least 10 characters and sign in once more.',
  },
  'not-allowed': {
    zh: '请由具有所需角色的同事处理，或请店长转交。',
    en: 'Ask a colleague who holds the role, or have the store manager hand it on.',
  },
  'csrf-required': { zh: '请刷新页面后再试一次。', en: 'Reload the page and try once more.' },
  'no-such-route': { zh: '请核对网址，或从主菜单重新进入。', en: 'Check the address, or start again from the main menu.' },
  'no-such-order': { zh: '请核对订单号，或在订单列表中查找。', en: 'Check the number, or look for the order in the list.' },
  'no-such-task': { zh: '请回到任务列表重新选择。', en: 'Go back to the tasks and choose again.' },
  'no-such-change': { zh: '请打开订单的“变更”查看现有申请。', en: 'Look at the changes of the order as they are now.' },
  'no-such-exception': { zh: '请打开订单的“异常”查看现有记录。', en: 'Look at the problems of the order as they are now.' },
  'no-such-photo': { zh: '请重新上传照片，或另选一张。', en: 'Upload the photo again, or choose another.' },
  'no-such-paper': { zh: '请在订单的“打印”中选择单据。', en: 'Choose one of the papers that the order offers to print.' },
  'no-such-staff': { zh: '请从名单中另选一位在职员工。', en: 'Choose somebody else of the list who works here.' },
  'no-such-entry': { zh: '请刷新列表；该项可能已被移除。', en: 'Reload the list; the entry may have been taken away.' },
  'no-such-link': {
    zh: '请使用信中的完整链接，或向门店索取新链接。',
    en: 'Use the whole link of the letter, or ask the shop for a new one.',
  },
  'method-not-allowed': {
    zh: '请刷新页面后再试；仍不行请联系系统运维。',
    en: 'Reload the page and try again; if it stays, call the operators.',
  },
  'not-in-this-state': { zh: '请查看订单现在的状态，再决定下一步。', en: 'Look at where the order stands now, then decide what to do.' },
  'change-window-closed': {
    zh: '请与顾客另行商定；必要时由店长办理取消。',
    en: 'Agree on something else with the customer; if need be the store manager cancels.',
  },
  'day-full': {
    zh: '请改选一个有余量的日子；确需当天交付的，请生产主管安排加班或增援。',
    en: 'Choose a day that has room; for this very day, ask the production supervisor for more hands.',
  },
  'preview-stale': { zh: '请核对新的预览，再作一次决定。', en: 'Look at the new preview, and decide once more.' },
  'too-many-open-changes': {
    zh: '请先由店长决定已有的申请，再提出新的。',
    en: 'Have the store manager decide what is asked for already, then ask again.',
  },
  'act-budget-spent': {
    zh: '请完成此订单的现有任务，或由店长取消；其他需求请另下新订单。',
    en: 'Answer the open tasks of this order, or have the store manager cancel it; put what goes beyond into a new order.',
  },
  'paper-incomplete': {
    zh: '请先补齐标出的内容，再打印。',
    en: 'Have what is marked filled in first, then print it.',
  },
  'already-answered': {
    zh: '无需再做；请查看已有的答复，有异议请与答复人沟通。',
    en: 'Nothing is to be done; read the answer, and talk to whoever gave it if you disagree.',
  },
  'idempotency-key-reused': { zh: '请刷新页面，核对后重新提交。', en: 'Reload the page, look it over and send it again.' },
  'revision-conflict': { zh: '请重新查看最新内容，核对后再次提交。', en: 'Look at it again as it is now, then send it once more.' },
  'link-expired': { zh: '请向门店索取新链接。', en: 'Ask the shop for a new link.' },
  'too-large': { zh: '请减少内容，或换一张较小的照片（不超过 15 MB）。', en: 'Send less, or a smaller photo (at most 15 MB).' },
  'unsupported-media-type': { zh: '请改用 JPEG、PNG 或 WebP 格式的照片。', en: 'Use a photo as JPEG, PNG or WebP.' },
  'too-many-requests': { zh: '请稍等片刻再试。', en: 'Wait a moment, then try again.' },
  internal: {
    zh: '请稍后再试；仍不行请联系系统运维并告知请求编号。',
    en: 'Try again later; if it stays, give the operators the number of the request.',
  },
  busy: {
    zh: '此订单正在处理其他操作，请稍等几秒再试；此前没有保存任何内容。',
    en: 'Others are acting on this order: wait some seconds and try again; nothing was done.',
  },
  unavailable: { zh: '请稍后再次提交；重复提交只算一次。', en: 'Send it again in a while; it counts once however often it is sent.' },
} as const satisfies Record<RefusalCode, Words>;
