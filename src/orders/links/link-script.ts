import { RESULT_WORDS } from './link-words';

/**
 * Sends the forms of the link pages as JSON; a field's name is its path, `correction.recipient.name`. Runs in the browser. The same answer
 * sent again keeps its key, so that a second press repeats nothing. What was answered goes, and the focus is where the news is.
 */
export const LINK_SCRIPT = `
const words = ${JSON.stringify(RESULT_WORDS)}[document.documentElement.lang];
const read = (input) => {
  if (input.dataset.type === 'boolean') return input.value === 'true';
  if (input.dataset.type === 'number') return Number(input.value);
  if (input.dataset.type === 'instant') return input.value === '' ? undefined : new Date(input.value + input.dataset.offset).toISOString();
  if (input.type === 'radio') return input.value === '' ? null : input.value;
  const text = input.type === 'tel' ? input.value.replace(/[\\s-]/g, '') : input.value.trim();
  return text === '' ? undefined : text;
};
const put = (body, name, value) => {
  const path = name.split('.');
  const last = path.pop();
  path.reduce((at, step) => (at[step] ??= {}), body)[last] = value;
  return body;
};
const said = { 403: 'unknown', 409: 'conflict', 410: 'ended', 429: 'tooOften' };
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, '0')).join('');
const wrong = async (answer) => {
  const problem = await answer.json().catch(() => null);
  return (problem?.errors?.[0]?.pointer ?? '').slice(1).replaceAll('/', '.');
};
for (const form of document.querySelectorAll('form[data-post]')) {
  const keys = {};
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const inputs = [...form.elements].filter((input) => input.name && (input.type !== 'radio' || input.checked));
    const given = inputs.map((input) => [input.name, read(input)]).filter(([, value]) => value !== undefined);
    const json = JSON.stringify(given.reduce((body, [name, value]) => put(body, name, value), {}));
    keys[json] ??= newKey();
    const result = document.getElementById('result');
    try {
      const answer = await fetch(form.dataset.post, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keys[json] },
        body: json,
      });
      result.textContent = words[answer.ok ? 'accepted' : said[answer.status] ?? 'refused'];
      if (answer.ok) form.closest('section').remove();
      const field = answer.ok ? '' : await wrong(answer);
      (inputs.find((input) => input.name === field) ?? result).focus();
    } catch {
      result.textContent = words.offline;
    }
  });
}
`;
