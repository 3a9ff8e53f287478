import type { Request, Response } from 'express';
import { createCalendars } from '../db/calendar.repository';
import { shopTime } from '../../base/clock';
import type { HolderOf, PartyLink } from '../links/link';
import { instantsIn, type Tongue } from '../words/instants';
import type { Reader } from '../words/reasons';
import type { ApiDeps } from './deps';
import type { SignedInStaff } from './route';

/** The zone in which a caller is told the time before it is known which store they belong to. */
const ANY_ZONE = 'Asia/Shanghai';

/** The caller's language: `Accept-Language`, else their own, else Chinese. `*`, which HTTP libraries send unasked, wishes for nothing. */
export function languageFor(req: Request, own: string | null): Tongue {
  const wanted = req.acceptsLanguages().find((tag) => /^(?:zh|en)\b/i.test(tag)) ?? own ?? 'zh-CN';
  return /^en\b/i.test(wanted) ? 'en' : 'zh';
}

/** Finds the reader of an answer: a member of staff, the holder of a link, or anybody; on the wall clock of their store. */
export function createReaders(deps: ApiDeps, holderOf: HolderOf) {
  const calendars = createCalendars(deps.db, () => shopTime(deps.clock, deps.realNow()));
  return async (req: Request, staff: SignedInStaff | null, link: PartyLink | null): Promise<Reader> => {
    const holder = link && (await holderOf(link));
    const language = languageFor(req, (holder ?? staff)?.language ?? null);
    const storeId = (holder ?? staff)?.storeId;
    return { language, when: instantsIn(language, storeId === undefined ? ANY_ZONE : (await calendars.calendarOf(storeId)).zone) };
  };
}

const KEY = 'reader';
/** Notes who reads, for a refusal that comes later. */
export const keepReader = (res: Response, reader: Reader): void => void (res.locals[KEY] = reader);
/** Who reads the answer, as far as it is known by now. */
export function keptReader(req: Request, res: Response): Reader {
  const language = languageFor(req, null);
  return (res.locals[KEY] as Reader | undefined) ?? { language, when: instantsIn(language, ANY_ZONE) };
}
