import type { Request } from 'express';

/** Where a request comes from, as far as is kept of it. */
export interface Origin {
  /** What it was sent from, as `Firefox, Linux`; null where it does not say, or says something unknown. */
  readonly device: string | null;
  /** The network of its address: without the last part of IPv4 (/24), the first three groups of IPv6 (/48). */
  readonly network: string | null;
}

type Families = readonly (readonly [name: string, sign: RegExp])[];
/** The first that fits: each of the later ones is also named by those before it. */
const BROWSERS: Families = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['WeChat', /\bMicroMessenger\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];
const SYSTEMS: Families = [
  ['iPad', /\biPad\b/],
  ['iPhone', /\biPhone\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];
const familyIn = (families: Families, agent: string): string | undefined => families.find(([, sign]) => sign.test(agent))?.[0];

/** The family of browser and system that a `User-Agent` names; versions and all else are left out. */
export function deviceIn(agent: string): string | null {
  const named = [familyIn(BROWSERS, agent), familyIn(SYSTEMS, agent)].filter((name) => name !== undefined);
  return named.length > 0 ? named.join(', ') : null;
}

/** The groups of an IPv6 address that come first, `::` written out. */
function firstGroups(address: string, count: number): string[] {
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const end = tail?.split(':').filter((group) => group !== '') ?? [];
  const between = tail === undefined ? [] : Array<string>(Math.max(8 - groups.length - end.length, 0)).fill('0');
  return [...groups, ...between, ...end].slice(0, count);
}

/** The network of an address. */
export function networkOf(address: string): string | null {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address);
  if (four) return `${four[1]}.0/24`;
  return /^[\da-f:]+$/i.test(address) && address.includes(':') ? `${firstGroups(address, 3).join(':')}::/48` : null;
}

/** Where this request comes from. */
export const originOf = (req: Request): Origin => ({ device: deviceIn(req.get('User-Agent') ?? ''), network: networkOf(req.ip ?? '') });
