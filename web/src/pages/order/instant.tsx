import { useWhen } from '../../shell/me';
import { useShopTime } from '../../time/ticker';
import { showInstant } from '../../time/time';

/** An instant in the store's time; `as` puts it into a sentence. */
export function Instant({ at, as = (shown) => shown }: { readonly at: string; readonly as?: (shown: string) => string }) {
  const when = useWhen();
  const shown = useShopTime((now) => showInstant(at, when, now));
  return <time dateTime={at}>{as(shown)}</time>;
}
