import { createRegister } from '../../base/register';
import type { Db } from '../../platform/db/client';
import type { ClaimedNotice } from './notice.repository';
import { audienceOf } from './recipients';

/** What signed links are made with, and where they are put on file. */
export interface LinkDesk {
  readonly db: Db;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly secret: string;
}

/**
 * The links of those notices that lead to one of a chapter's pages, by notice id. Each is put on file before it leaves, so that it can be
 * listed and revoked.
 */
type IssueLinks = (desk: LinkDesk, notices: readonly ClaimedNotice[]) => Promise<ReadonlyMap<string, string>>;

const issuers = createRegister<IssueLinks>('link of letters');

/** Brings the links to a chapter's pages to the house. @throws when another chapter has some of that name. */
export const defineLetterLinks = (name: string, issue: IssueLinks): void => issuers.add({ [name]: issue });

/** Answers, for a batch of notices, where the button of each leads; null = nowhere. */
export function createLetterLinks(desk: LinkDesk) {
  return async function linksOf(notices: readonly ClaimedNotice[]): Promise<(notice: ClaimedNotice) => string | null> {
    const issued = await Promise.all(issuers.names().map((name) => issuers.get(name)(desk, notices)));
    const links = new Map(issued.flatMap((some) => [...some]));
    return (notice) => {
      const { task } = notice.facts;
      const isToStaff = audienceOf(notice.to) === 'staff';
      // asks for their session; the console's pages will take this place
      if (isToStaff && typeof task === 'string') return `${desk.baseUrl}/api/v1/tasks/${encodeURIComponent(task)}`;
      return links.get(notice.id) ?? (isToStaff ? `${desk.baseUrl}/api/v1/tasks` : null);
    };
  };
}
