import { inBoth } from '../words/words';

/** The words of saved lists. */
export const SAVED_VIEWS_WORDS = inBoth({
  zh: {
    views: '已存视图',
    save: '保存当前视图',
    keep: '保存',
    name: '视图名称',
    share: '共享给同岗位',
    alone: '仅自己',
    remove: (name: string) => `移除视图“${name}”`,
    unsure: '没有收到答复，不确定是否已保存；可以再次提交，不会重复。',
  },
  en: {
    views: 'Saved views',
    save: 'Save this view',
    keep: 'Save',
    name: 'Name of the view',
    share: 'Share with everybody who is',
    alone: 'nobody else',
    remove: (name: string) => `Take away the view “${name}”`,
    unsure: 'No answer came, so it is not certain that this was saved; sending it again does it once.',
  },
});
