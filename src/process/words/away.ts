import { fill } from '../../platform/words/messages';
import type { Words } from '../../platform/words/instants';
import type { Reader } from '../../platform/words/reasons';

const AWAY = {
  until: { zh: '{name}（缺勤至 {until}）', en: '{name} (away until {until})' },
  stoodIn: { zh: '{name}（缺勤至 {until}，代理人：{deputy}）', en: '{name} (away until {until}, deputy: {deputy})' },
  endless: { zh: '另行通知', en: 'further notice' },
} as const satisfies Record<string, Words>;

/** What somebody is called among those to choose from while they are away: until when, and who stands in. `until` is epoch ms of shop time, null without an end. */
export function awayName(name: string, until: number | null, deputy: string | null, { language, when }: Reader): string {
  const said = { name, until: until === null ? AWAY.endless[language] : when(until) };
  return deputy === null ? fill(language, AWAY.until[language], said) : fill(language, AWAY.stoodIn[language], { ...said, deputy });
}
