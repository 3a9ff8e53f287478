/** Chinese first, English beside it. */
export type Language = 'zh' | 'en';

/** As the web writes it. */
export const tagOf = (of: Language): 'zh-CN' | 'en-GB' => (of === 'zh' ? 'zh-CN' : 'en-GB');
