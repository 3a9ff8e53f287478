import { REFUSALS, type RefusalCode } from '../../base/refusals';
import { PROBLEM_NOTES } from './problem-notes';

/** `docs/problems.md`: every refusal with its status, when it happens and what to do. */
export function problemsPage(): string {
  const entries = (Object.keys(REFUSALS) as RefusalCode[]).map((code) => {
    const { status, title, zh } = REFUSALS[code];
    const { when, remedy } = PROBLEM_NOTES[code];
    return `## \`${code}\` (${status})\n\n${title} · ${zh}\n\n- **When:** ${when}\n- **What to do:** ${remedy}\n`;
  });
  return `# Problems\n\nEvery refusal is RFC 9457 \`application/problem+json\`; its \`type\` is \`/problems/<code>\`. Codes are never reused and never renamed.\nThis page is written by \`node tools/problems.mjs\` from \`src/base/refusals.ts\` and \`src/platform/http/problem-notes.ts\`.\n\n${entries.join('\n')}`;
}
