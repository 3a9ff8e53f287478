import { useState } from 'react';
import { Button } from '../../ui/button';

interface SureProps {
  readonly label: string;
  /** What the button says once it was pressed. */
  readonly sure: string;
  /** It is being done, and is not begun a second time. The button itself may be gone when it is done, so that nothing is announced of it. */
  readonly isPending: boolean;
  readonly act: () => void;
}

/** Something that is not taken back: asked twice. */
export function Sure({ label, sure, isPending, act }: SureProps) {
  const [isAsked, setAsked] = useState(false);
  const press = (): void => {
    if (isPending) return;
    if (isAsked) act();
    setAsked(!isAsked);
  };
  return (
    <Button look={isAsked ? 'danger' : 'bare'} onPress={press}>
      {isAsked ? sure : label}
    </Button>
  );
}
