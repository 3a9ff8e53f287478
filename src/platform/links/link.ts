import type { PartyKind } from '../../base/actor';

/** What a link lets its holder do: its routes' permissions say it as `link:<act>`. Each chapter adds what is done by its links. */
export interface LinkActs {
  /** To see what the link is about. */
  readonly view: true;
}
export type LinkAct = keyof LinkActs;

/** Somebody outside the shop as links and letters address them: `customer`, or `<kind>:<id>`. */
export type PartyAddress = PartyKind | `${PartyKind}:${string}`;

/** A link: who may do what with which process, and until when. Its token carries this, signed; it says ids only. */
export interface PartyLink {
  /** The row of `links` that says who gave it out and whether it was revoked. */
  readonly id: string;
  /** Id of the process (its workflow's). */
  readonly process: string;
  readonly party: PartyAddress;
  readonly may: readonly LinkAct[];
  /** Epoch ms of shop time. */
  readonly exp: number;
}

/** A party as acts name them; the shop's customer has no id. */
export function partyOf(address: PartyAddress): { readonly kind: PartyKind; readonly id?: string } {
  const at = address.indexOf(':');
  return at < 0 ? { kind: address as PartyKind } : { kind: address.slice(0, at) as PartyKind, id: address.slice(at + 1) };
}

/** Whom a link was given to, as far as an answer to them needs it. */
export interface LinkHolder {
  /** Null: the holder has chosen none. */
  readonly language: string | null;
  readonly storeId: string;
}
/** Finds the holder of a link; null when nobody knows whom it was given to. */
export type HolderOf = (link: PartyLink) => Promise<LinkHolder | null>;
