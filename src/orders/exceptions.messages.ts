import type { Act, Actor } from '../base/actor';

export const EXCEPTION_TYPES = [
  'ingredient-shortage',
  'process-problem',
  'food-safety',
  'delivery-problem',
  'severe-weather',
  'receipt-problem',
  'other',
] as const;
export type ExceptionType = (typeof EXCEPTION_TYPES)[number];
export interface ReportException extends Act {
  readonly exceptionId: string;
  readonly type: ExceptionType;
  readonly foundAt: number;
  /** Catalogue id of the ingredient or thing concerned; required for a shortage. */
  readonly item?: string;
  /** BAK-76: of what is wrong; required for a problem at receipt. */
  readonly photoId?: string;
}

export interface ExceptionRow {
  readonly id: string;
  readonly type: ExceptionType;
  readonly foundAt: number;
  readonly reportedAt: number;
  readonly reporter: Actor;
  /** BAK-58: reported more than 2 h after it was found. */
  readonly late: boolean;
  readonly item: string | null;
  readonly state: 'open' | 'closed';
  readonly firstResponseAt: number | null;
  readonly outcome: string | null;
  readonly closedAt: number | null;
  readonly textId?: string;
}
