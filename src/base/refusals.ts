import type { Fault, FieldError } from './faults';

/**
 * Every way a request can be refused. Codes are public: never reused, never renamed. `docs/problems.md` is generated from this table.
 * `status` is the HTTP status; the title (`title` in English, `zh` in Chinese) never varies; what happened this time goes into `detail`.
 */
export const REFUSALS = {
  'invalid-request': { status: 400, title: 'The request is not valid', zh: '请求无效' },
  'invalid-cursor': { status: 400, title: 'The cursor does not belong to this list', zh: '游标不属于此列表' },
  'sign-in-required': { status: 401, title: 'Sign in first', zh: '请先登录' },
  'bad-credentials': { status: 401, title: 'Login or password is wrong', zh: '登录名或密码错误' },
  'password-change-required': { status: 403, title: 'Choose a password of your own first', zh: '请先设置自己的密码' },
  'not-allowed': { status: 403, title: 'The caller lacks the role this needs', zh: '没有执行此操作所需的角色' },
  'csrf-required': {
    status: 403,
    title: 'A cookie write needs its X-Levain-Csrf header',
    zh: '使用 Cookie 的写操作须带 X-Levain-Csrf 请求头',
  },
  'no-such-route': { status: 404, title: 'No such address', zh: '地址不存在' },
  'no-such-order': { status: 404, title: 'No such order', zh: '订单不存在' },
  'no-such-task': { status: 404, title: 'No such task', zh: '任务不存在' },
  'no-such-change': { status: 404, title: 'No such change request', zh: '调整申请不存在' },
  'no-such-exception': { status: 404, title: 'No such exception', zh: '异常不存在' },
  'no-such-photo': { status: 404, title: 'No such photo', zh: '照片不存在' },
  'no-such-paper': { status: 404, title: 'No such paper', zh: '没有此单据' },
  'no-such-staff': { status: 404, title: 'No such member of staff', zh: '员工不存在' },
  'no-such-entry': { status: 404, title: 'No such entry of this setting', zh: '此设置中没有该项' },
  'no-such-link': { status: 404, title: 'No such link', zh: '链接无效' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method', zh: '此地址不支持该方法' },
  'not-in-this-state': { status: 409, title: 'The order is not in a state that allows this', zh: '订单当前状态不允许此操作' },
  'change-window-closed': { status: 409, title: 'The change window has closed', zh: '调整期已结束' },
  'day-full': { status: 409, title: 'The day has no room for that much work', zh: '当日产能已满' },
  'preview-stale': { status: 409, title: 'The facts moved since the preview was made', zh: '预览已过时' },
  'too-many-open-changes': {
    status: 409,
    title: 'Enough changes are being asked for at the same time',
    zh: '待决定的调整申请已达上限',
  },
  'act-budget-spent': {
    status: 409,
    title: 'The order takes only what is needed to end it',
    zh: '此订单仅接受完成或取消所需的操作',
  },
  'paper-incomplete': { status: 409, title: 'Something that has to stand on the paper is missing', zh: '单据内容不全' },
  'already-answered': { status: 409, title: 'The task has been answered already', zh: '已有答复' },
  'idempotency-key-reused': { status: 409, title: 'This idempotency key belongs to another request', zh: '此幂等键属于另一请求' },
  'revision-conflict': { status: 409, title: 'Somebody has changed it meanwhile', zh: '内容已被他人修改' },
  'link-expired': { status: 410, title: 'The link has expired', zh: '链接已过期' },
  'too-large': { status: 413, title: 'The body is too large', zh: '内容过大' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported here', zh: '不支持此内容类型' },
  'too-many-requests': { status: 429, title: 'Too many requests', zh: '请求过于频繁' },
  internal: { status: 500, title: 'Something went wrong here', zh: '系统出错' },
  busy: { status: 503, title: 'Too many acts on this order are under way', zh: '此订单正在处理的操作过多' },
  unavailable: { status: 503, title: 'A part of the service is down', zh: '部分服务暂不可用' },
} as const satisfies Record<string, { status: number; title: string; zh: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** Who answered before, when and how: what `already-answered` tells. By link it is told to nobody. */
export interface Answered {
  /** The person's id, or the kind of actor that has none; the name is added where it is known. */
  readonly by: { readonly id: string; readonly name?: string };
  /** Epoch ms of shop time. */
  readonly at: number;
  readonly choices: Readonly<Record<string, unknown>>;
}

/** What travels with a refusal beside its code and what is wrong. */
export interface RefusalMore {
  /** The rule that says no, e.g. `BAK-36`. */
  readonly rule?: string;
  readonly errors?: readonly FieldError[];
  /** Real seconds after which asking again makes sense, where that is known. */
  readonly retryAfterSeconds?: number;
  readonly answered?: Answered;
  /** Of `day-full`: instants that would fit, epoch ms of shop time, earliest first. */
  readonly alternatives?: readonly number[];
}

/**
 * A rule, or the door, says no. Caught in two places: `workflows/process/refusing.ts` and `src/platform/http/problem.ts`. `why` is data, worded where it
 * is answered; its `message` is for logs and for Temporal UI. Never carries personal data.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly why: Fault,
    readonly more: RefusalMore = {},
  ) {
    super(tellOf(why));
    this.name = 'Refusal';
  }
}

/** A fault in one line without a language: `window-closed {"endedAt":1796090400000}`. */
const tellOf = ({ code, params }: Fault): string => (params === undefined ? code : `${code} ${JSON.stringify(params)}`);

/** A refusal as data, as it travels through Temporal and is kept with an idempotency key. */
export interface RefusalData extends RefusalMore {
  readonly code: RefusalCode;
  readonly why: Fault;
}
export const dataOf = ({ code, why, more }: Refusal): RefusalData => ({ code, why, ...more });
export const revived = ({ code, why, ...more }: RefusalData): Refusal => new Refusal(code, why, more);

export const isRefusalCode = (x: unknown): x is RefusalCode => typeof x === 'string' && Object.hasOwn(REFUSALS, x);
