import { RESULT_WORDS } from './link-words';

/**
 * Sends the forms of the link pages as JSON; a field's name is its path, `correction.recipient.name`. Runs in the browser. The same answer
 * sent again keeps its key, so that a second press repeats nothing. What was answered goes, and the focus is where the news is. What a form with
 * `data-check` would do is asked for while it is filled in, and stands in its output.
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
const tries = (form, ask) => {
  const output = form.querySelector('output');
  let timer;
  let latest = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++latest;
      if (!form.checkValidity()) return output.replaceChildren();
      const answer = await ask().catch(() => null);
      const said = await answer?.json().catch(() => null);
      if (mine !== latest || !said) return;
      const lines = answer.ok ? said.says : [said.errors?.[0]?.detail ?? said.detail];
      output.replaceChildren(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
    }, 400);
  });
};
for (const form of document.querySelectorAll('form[data-post]')) {
  const keys = {};
  const inputsOf = () => [...form.elements].filter((input) => input.name && (input.type !== 'radio' || input.checked));
  const jsonOf = (inputs) => {
    const given = inputs.map((input) => [input.name, read(input)]).filter(([, value]) => value !== undefined);
    return JSON.stringify(given.reduce((body, [name, value]) => put(body, name, value), {}));
  };
  const post = (address, json, key) =>
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang, 'Idempotency-Key': key },
      body: json,
    });
  if (form.dataset.check !== undefined) tries(form, () => post(form.dataset.post + '?check=1', jsonOf(inputsOf()), newKey()));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const inputs = inputsOf();
    const json = jsonOf(inputs);
    keys[json] ??= newKey();
    const result = document.getElementById('result');
    try {
      const answer = await post(form.dataset.post, json, keys[json]);
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
