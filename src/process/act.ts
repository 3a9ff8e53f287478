import type { DeskActs } from './ports.messages';
import { Refusal } from '../base/refusals';
import type { Call } from '../platform/http/route';
import type { Services } from './services';

/** Something written before the process is asked, which nobody needs when it says no. */
export interface Inert {
  /** True when this request wrote it; what an earlier one wrote is not this one's to take back. */
  readonly isNew: boolean;
  readonly undo: () => Promise<void>;
}

/**
 * Asks the process. When it refuses, what was written for it is taken back: a refused request leaves nothing behind. `unavailable` and
 * unknown failures leave it, because the process may have heard: the same key asked again then finds everything in place.
 */
export async function ask<T>(inert: readonly Inert[], act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unavailable') {
      for (const { isNew, undo } of inert) if (isNew) await undo();
    }
    throw error;
  }
}

/** By which a request asks processes: one that only tries something tells them nothing (ADR 20). */
export const deskFor = ({ desk }: Pick<Services, 'desk'>, { check }: Pick<Call, 'check'>): DeskActs<unknown> =>
  check ? desk.trying : desk;

/** Who wrote a text, as its row says. */
export const authorOf = (call: Pick<Call, 'by'>): string => call.by.id ?? call.by.kind;

/** Whose act a text or a picture belongs to: an order's, a task's. */
export interface Home {
  readonly processId: string;
  readonly storeId: string;
}

/** Keeps a request's free text; `undefined` when there is none. A request that only tries something has its text under an id, and keeps none. */
export async function keepText(
  services: Services,
  call: Call,
  { processId, storeId }: Home,
  body: Readonly<Record<string, unknown>> | null,
  thing = 'text',
): Promise<(Inert & { readonly textId: string }) | undefined> {
  if (body === null) return undefined;
  const textId = call.idFor(thing);
  if (call.check) return { textId, isNew: false, undo: () => Promise.resolve() };
  const isNew = await services.texts.add({ id: textId, processId, storeId, body, createdBy: authorOf(call), createdAt: call.now });
  return { textId, isNew, undo: () => services.texts.remove(textId) };
}

/** Keeps the free text, asks the process with its id by the request's own desk, and takes it back on a refusal. */
export async function actWithText(
  services: Services,
  call: Call,
  home: Home,
  body: Readonly<Record<string, unknown>> | null,
  act: (said: { readonly by: Call['by']; readonly textId?: string }, desk: DeskActs<unknown>) => Promise<unknown>,
): Promise<void> {
  const text = await keepText(services, call, home, body);
  await ask(text ? [text] : [], () => act({ by: call.by, ...(text ? { textId: text.textId } : {}) }, deskFor(services, call)));
}
