import type { Tongue } from '../words/instants';

/** Sizes of paper, width by height in millimetres: A4, a label for a box, and a card that lies in one (A6, lying). */
export const PAPER_SIZES = { a4: [210, 297], label: [100, 70], card: [148, 105] } as const;
export type PaperSize = keyof typeof PAPER_SIZES;

/** A line of text. */
export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  /** Against the paper's own size of type, 1. */
  readonly size?: number;
  readonly bold?: true;
  readonly tone?: 'brand' | 'quiet';
  readonly align?: 'left' | 'center' | 'right';
}

/** A column of a table. */
export interface PaperColumn {
  readonly head: string;
  /** Of the table's width, against the other columns. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

/** What stands on a paper, from its top to its bottom. */
export type Block =
  | TextBlock
  /** What the paper is, and of what. */
  | { readonly kind: 'title'; readonly text: string; readonly note?: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly { readonly label: string; readonly value: string; readonly strong?: boolean }[] }
  | { readonly kind: 'table'; readonly columns: readonly PaperColumn[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Items with a box in front, to be ticked by hand. */
  | { readonly kind: 'checks'; readonly items: readonly string[] }
  /** What nobody may overlook: large, in a frame. */
  | { readonly kind: 'alert'; readonly text: string }
  /** A line to sign on, or who has signed: in words or as a picture. */
  | { readonly kind: 'signature'; readonly label: string; readonly value?: string; readonly picture?: Buffer }
  /** A JPEG or a PNG, whole, at most so high (mm). */
  | { readonly kind: 'picture'; readonly bytes: Buffer; readonly height: number }
  /** A QR code of that text, so wide (mm). */
  | { readonly kind: 'qr'; readonly text: string; readonly width: number }
  /** Two columns; the right one is so wide (mm). */
  | { readonly kind: 'beside'; readonly left: readonly Block[]; readonly right: readonly Block[]; readonly width: number }
  | { readonly kind: 'rule' }
  /** So much room, mm. */
  | { readonly kind: 'room'; readonly height: number };

/** A paper to be printed: all that stands on it, in its reader's words. It knows nothing of what it is about. */
export interface Paper {
  readonly size: PaperSize;
  /** Shown by whoever opens the file. Never personal data: it ends up in lists of files. */
  readonly title: string;
  readonly language: Tongue;
  /** Epoch ms of shop time. The same paper of the same instant is the same file. */
  readonly writtenAt: number;
  /** All of it is to stand on one page: its type shrinks as far as it can be read. */
  readonly onePage?: true;
  /** Small, above everything else. */
  readonly header?: string;
  /** Small, at the foot of each page. */
  readonly footer?: string;
  readonly blocks: readonly Block[];
}
