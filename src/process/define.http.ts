import type { Router } from 'express';
import type { z } from 'zod';
import { createRegister } from '../base/register';
import type { Route } from '../platform/http/route';
import type { LinkHolder, PartyLink } from '../platform/links/link';
import type { Services } from './services';

/** What a link on file is to, and for whom. */
type LinkedTo = Pick<PartyLink, 'process' | 'party'>;

/** What the links of one kind show their holder. */
interface LinkView {
  /** Its `scope` tells it from those of others. */
  readonly answer: z.ZodObject<{ scope: z.ZodLiteral<string> }>;
  /** What the link is about at shop time `now`; null when it is none of these. */
  readonly show: (services: Services, link: PartyLink, now: number) => Promise<object | null>;
  /** Whether all that its holder was asked is settled: it opens, and takes nothing any more. */
  readonly isSettled?: (services: Services, link: LinkedTo) => Promise<boolean>;
}

/** What a regulation brings to the API: the half of a chapter that no workflow sees. */
export interface ChapterHttp {
  /** The name of its folders. */
  readonly name: string;
  readonly routes: (services: Services) => readonly Route[];
  /** Pages for people outside the shop, below its root. */
  readonly pages?: (services: Services) => Router;
  /** Addresses whose calls are counted, since they open to whoever guesses a link. */
  readonly guarded?: readonly string[];
  /** What people need to know before they answer a task, beside what its workflow says: by the number of the order it is about. */
  readonly taskContext?: (services: Services, orders: readonly string[]) => Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  /** Whom a link was given to; null when it is none of this chapter's. */
  readonly linkHolder?: (services: Services, link: PartyLink) => Promise<LinkHolder | null>;
  readonly linkView?: LinkView;
}

const chapters = createRegister<ChapterHttp>('HTTP half');

/** Opens the HTTP half of a chapter. Opening it again does nothing. @throws when another has its name. */
export const defineHttp = (chapter: ChapterHttp): void => chapters.add({ [chapter.name]: chapter });

/** The HTTP halves of all chapters, in the order in which they were opened. */
export const httpOfChapters = (): readonly ChapterHttp[] => chapters.names().map((name) => chapters.get(name));

/** Every route of `/api/v1`. */
export const routesOfChapters = (services: Services): Route[] => httpOfChapters().flatMap(({ routes }) => routes(services));

/** What links show, of each chapter that gives out any. */
export const linkViews = (): readonly LinkView[] => httpOfChapters().flatMap(({ linkView }) => linkView ?? []);

/** Whether a link takes nothing any more, by what its chapter knows. */
export async function isSettled(services: Services, link: LinkedTo): Promise<boolean> {
  for (const { isSettled: settled } of linkViews()) if (await settled?.(services, link)) return true;
  return false;
}

/** What the chapters say of orders that tasks are about. */
export async function contextOf(
  services: Services,
  orders: readonly string[],
): Promise<(order: string) => Readonly<Record<string, unknown>>> {
  const said = await Promise.all(httpOfChapters().flatMap(({ taskContext }) => taskContext?.(services, orders) ?? []));
  return (order) => Object.assign({}, ...said.map((bySubject) => bySubject.get(order))) as Readonly<Record<string, unknown>>;
}

/** Whom a link was given to; null when nobody knows. */
export async function holderOf(services: Services, link: PartyLink): Promise<LinkHolder | null> {
  for (const { linkHolder } of httpOfChapters()) {
    const holder = await linkHolder?.(services, link);
    if (holder) return holder;
  }
  return null;
}
