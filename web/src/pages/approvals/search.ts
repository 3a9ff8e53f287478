import { textIn } from '../../address';

/** What the address says of the page: which decision is open. */
export interface ApprovalsSearch {
  readonly task?: string;
}

/** What stands in an address, as far as it means something. */
export function readApprovalsSearch(given: Readonly<Record<string, unknown>>): ApprovalsSearch {
  const task = textIn(given, 'task');
  return task === undefined ? {} : { task };
}
