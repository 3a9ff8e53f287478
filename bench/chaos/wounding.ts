import type { Part } from '../../src/local-shop/part';
import { pause } from '../../src/demo/shop-client';
import type { ApiName, ChaosPart, Wound } from './faults';
import type { Wounds } from './wounds';

export interface WoundingDeps {
  readonly parts: Readonly<Record<ChaosPart, Part>>;
  readonly wounds: Wounds;
  readonly say: (line: string) => void;
  readonly inTurn: (name: ChaosPart, work: () => Promise<void>) => Promise<void>;
  readonly bringBack: (name: ChaosPart, since: number, downMs: number) => Promise<void>;
}

export interface Wounding {
  /** Does a wound to the next write of an API, whose turn it is; true when it came about. */
  wound(api: ApiName, how: Wound, downMs: number): Promise<boolean>;
  /** Whether a part's death is a wound's, which brings it back. */
  explains(name: ChaosPart): boolean;
}

/** Real milliseconds between looks whether a part has ended. */
const LOOK_MS = 20;

export function createWounding({ parts, wounds, say, inTurn, bringBack }: WoundingDeps): Wounding {
  const underWay = new Map<ChaosPart, ApiName>();

  async function wound(api: ApiName, how: Wound, downMs: number): Promise<boolean> {
    const struck = await wounds.strike(api, how);
    say(struck ? `${how} at ${api}: revision ${struck.revision} of ${struck.processId}` : `${how}: no write came to ${api}`);
    if (!struck) return false;
    if (how === 'postgres-away-at-write') await inTurn('postgres', () => takePostgresAway(api, downMs));
    else await bringBackTheDead(api, downMs);
    return true;
  }

  async function takePostgresAway(api: ApiName, downMs: number): Promise<void> {
    const since = Date.now();
    await parts.postgres.kill9();
    await wounds.failed(api);
    await bringBack('postgres', since, downMs);
  }

  async function bringBackTheDead(api: ApiName, downMs: number): Promise<void> {
    while (parts[api].running) await pause(LOOK_MS);
    await bringBack(api, Date.now(), downMs);
  }

  return {
    async wound(api, how, downMs) {
      underWay.set(api, api);
      return wound(api, how, downMs).finally(() => underWay.delete(api));
    },
    explains(name) {
      const api = underWay.get(name);
      return api !== undefined && wounds.isDying(api);
    },
  };
}
