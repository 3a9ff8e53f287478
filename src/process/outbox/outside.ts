/** A call to somebody else's service. */
export interface OutsideCall {
  readonly method: 'POST' | 'DELETE';
  readonly url: string;
  /** The caller's name for this act: a repeat is known by it. */
  readonly key: string;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Real milliseconds for the whole of it, the last byte of the answer included. */
  readonly timeoutMs: number;
}
export interface OutsideAnswer {
  readonly status: number;
  readonly ok: boolean;
  /** The answer's body; empty when it is longer than anything that is waited for. */
  readonly text: string;
}

/** An answer is a few words. Whoever sends more is mistaken, or wants our memory. */
const LONGEST_ANSWER_BYTES = 64 * 1024;

/**
 * Calls a service that others run. It is believed neither a redirect, which would hand names, numbers and our token on to a third, nor an answer
 * without end.
 * @throws a plain error, to be tried again, when it cannot be reached in time.
 */
export async function callOutside({ method, url, key, body, headers, timeoutMs }: OutsideCall): Promise<OutsideAnswer> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key, ...headers },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { status: answer.status, ok: answer.ok, text: await readShort(answer) };
}

async function readShort({ body }: Response): Promise<string> {
  if (!body) return '';
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const bytes = part.value as Uint8Array;
    length += bytes.byteLength;
    if (length > LONGEST_ANSWER_BYTES) {
      await reader.cancel();
      return '';
    }
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
