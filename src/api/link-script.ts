/** Sends the forms of the link pages as JSON. Runs in the browser; the same answer sent again keeps its key, so that a second press repeats nothing. */
export const LINK_SCRIPT = `
const read = (input) => {
  if (input.dataset.type === 'boolean') return input.value === 'true';
  if (input.dataset.type === 'number') return Number(input.value);
  if (input.dataset.type === 'instant') return input.value === '' ? undefined : new Date(input.value).toISOString();
  if (input.type === 'radio') return input.value === '' ? null : input.value;
  return input.value.trim() === '' ? undefined : input.value;
};
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, '0')).join('');
for (const form of document.querySelectorAll('form[data-post]')) {
  const keys = {};
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const inputs = [...form.elements].filter((input) => input.name && (input.type !== 'radio' || input.checked));
    const body = Object.fromEntries(inputs.map((input) => [input.name, read(input)]).filter(([, value]) => value !== undefined));
    const json = JSON.stringify(body);
    keys[json] ??= newKey();
    const result = document.getElementById('result');
    try {
      const answer = await fetch(form.dataset.post, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keys[json] },
        body: json,
      });
      result.textContent = answer.ok ? '已收到，谢谢。' : answer.status === 409 ? '此项已答复或已不再需要。' : '未能提交，请检查后重试。';
      if (answer.ok) form.remove();
    } catch {
      result.textContent = '网络不通，请稍后重试。';
    }
  });
}
`;
