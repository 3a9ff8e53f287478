import { REFUSALS, type RefusalCode } from '../../base/refusals';
import { REMEDIES } from '../words/remedies';
import { PROBLEM_NOTES } from './problem-notes';

/** `docs/problems.md`: every refusal with its status, when it happens and what to do about it. */
export function problemsPage(): string {
  const entries = (Object.keys(REFUSALS) as RefusalCode[]).map((code) => {
    const { status, title, zh } = REFUSALS[code];
    const { when, remedy } = PROBLEM_NOTES[code];
    const people = REMEDIES[code];
    return `## \`${code}\` (${status})\n\n${title} · ${zh}\n\n- **When:** ${when}\n- **What a program does:** ${remedy}\n- **What people are told to do:** ${people.zh} · ${people.en}\n`;
  });
  return `# Problems\n\nEvery refusal is RFC 9457 \`application/problem+json\`; its \`type\` is \`/problems/<code>\`. Codes are never reused and never renamed.\nThis page is written by \`node tools/problems.mjs\` from \`src/base/refusals.ts\`, \`src/platform/http/problem-notes.ts\`\nand \`src/platform/words/remedies.ts\`.\n\n${entries.join('\n')}`;
}
