import type { SignInOutcome } from '../people/sign-in.outcomes';
import type { Words } from './instants';

/** How tries to sign in came out. */
export const SIGN_IN_NAMES = {
  'signed-in': { zh: '已登录', en: 'signed in' },
  'wrong-password': { zh: '密码错误', en: 'wrong password' },
  'unknown-login': { zh: '登录名不存在', en: 'unknown login' },
  'has-left': { zh: '已停用的员工', en: 'has left' },
  'password-to-choose': { zh: '临时密码，待设置新密码', en: 'temporary password, another is to be chosen' },
  'password-changed': { zh: '已更改密码', en: 'password changed' },
  'password-given': { zh: '店长已生成临时密码', en: 'temporary password given by a store manager' },
} as const satisfies Record<SignInOutcome, Words>;
