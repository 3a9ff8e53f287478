import { inBoth } from '../../words/words';

/** The words of the board of stages. */
export const BOARD_WORDS = inBoth({
  zh: { title: '阶段看板', nothing: '没有', more: (n: number) => `还有 ${n} 单未显示` },
  en: { title: 'Stages', nothing: 'None', more: (n: number) => `${n} more are not shown` },
});
