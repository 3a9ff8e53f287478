import { useEffect, useState } from 'react';
import { onSignedOut } from '../api/session';

/** Whether the session of somebody who is in the midst of something has ended, and how to say that there is another. */
export function useSignedOut(): readonly [boolean, () => void] {
  const [is, setIs] = useState(false);
  useEffect(() => onSignedOut(() => setIs(true)), []);
  return [is, () => setIs(false)];
}
