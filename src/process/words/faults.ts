import type { Words } from '../../platform/words/instants';
import type { ProcessFaults } from '../process-faults.messages';

/** What is said against an act on any process and its tasks. ICU messages. */
export const PROCESS_FAULTS = {
  'not-staff-of-this-store': { zh: '不是本店员工', en: 'Is not a member of staff of this store' },
  'lacks-roles': { zh: '须具有以下角色之一：{roles}', en: 'Must hold one of the roles: {roles}' },
  'repairs-nothing': { zh: '这样无法补救，请选择：{actions}', en: 'Nothing is repaired by that; choose of: {actions}' },
  'staff-unnamed': { zh: '须写明员工及其角色', en: 'Must name the member of staff and a role' },

  'task-withdrawn': { zh: '此任务已撤回，无须再答复。', en: 'This task was withdrawn; nothing waits for its answer.' },
  'task-is-nobodys': { zh: '此任务目前无人负责。', en: 'The task is nobody’s.' },
  'task-is-theirs': { zh: '此任务已由该员工负责。', en: 'The task is theirs already.' },
  'closes-by-itself': {
    zh: '记录恢复写入后，此任务自行关闭，无须答复。',
    en: 'This task closes by itself, as soon as the record can be written again.',
  },
  'answered-by': { zh: '{name}已于 {answeredAt} 答复。', en: 'Answered by {name} at {answeredAt}.' },
  'answered-already': { zh: '此项已有答复。', en: 'This was answered already.' },
  'on-record': { zh: '此项已有记录。', en: 'This is on record already.' },
  'voted-already': { zh: '您已投过票。', en: 'You have voted already.' },
  'no-task-here': { zh: '本店没有此任务。', en: 'There is no such task in your store.' },
  'no-task-of-order': { zh: '此订单没有该任务。', en: 'This order has no such task.' },
  'no-photo-here': { zh: '本店没有此照片。', en: 'There is no such photo in your store.' },
  'photo-damaged': {
    zh: '此照片的文件已损坏，无法显示；请告知运维人员从备份恢复。',
    en: 'The file of this photo is damaged and cannot be shown; ask the operators to restore it from a backup.',
  },
  'no-staff-here': { zh: '本店没有此在职员工。', en: 'Nobody active in your store has this id.' },

  'no-entry-here': { zh: '本店的此项设置中没有该项。', en: 'Your store has no such entry of this setting.' },
  'changed-meanwhile': { zh: '您打开之后，此项已被他人修改。', en: 'Somebody has changed this since you opened it.' },
  'not-a-login': {
    zh: '须为小写字母或数字，其间可用 . _ -，例如 li.na',
    en: 'Must be of lower-case letters and digits, with . _ - between them, such as li.na',
  },
  'login-stays': { zh: '登录名不可更改', en: 'Stays as it is' },
  'login-taken': { zh: '此登录名不可用，请另选一个', en: 'Cannot be had; choose another' },
  'not-oneself': { zh: '不能是本人', en: 'Cannot be the person themselves' },
  'own-role-stays': { zh: '不能取消自己的店长角色，也不能停用自己', en: 'Nobody takes themselves out, or their own role of store manager' },
  'last-store-manager': { zh: '本店须至少有一位在职店长', en: 'The store needs at least one active store manager' },
  'has-open-tasks': {
    zh: '名下还有 {count} 项未完成的任务，请先转派',
    en: '{count, plural, one {One open task is theirs} other {# open tasks are theirs}}: hand them on first',
  },
  'overlaps-another-absence': { zh: '与此人的另一段缺勤重叠', en: 'Overlaps another absence of the same person' },
  'absence-of-another': { zh: '他人的缺勤由店长登记', en: 'The absence of somebody else is entered by the store manager' },

  'over-long-ago': { zh: '早已结束，不再登记', en: 'Is over too long ago to be entered' },
  'entry-renamed': { zh: '此项不能改名，请移除后另行新增', en: 'Names the entry and stays: take it away and add another' },
  'day-over': { zh: '该日已过', en: 'That day is over' },

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
  'signer-unknown': {
    zh: '本店没有使用此登录名的在职员工，或此入口已关闭。',
    en: 'Nobody active in this store has that login, or this door is turned off.',
  },
  'more-than-yes-or-no': {
    zh: '“{task}”不能只答是或否，请在待办中答复。',
    en: 'The step “{task}” needs more than yes or no; answer it in the inbox.',
  },
} as const satisfies Record<keyof ProcessFaults, Words>;
