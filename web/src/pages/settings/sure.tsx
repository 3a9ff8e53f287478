import { useState } from 'react';
import { Button } from '../../ui/button';

interface SureProps {
  readonly label: string;
  /** What the button says once it was pressed. */
  readonly sure: string;
  readonly isPending: boolean;
  readonly act: () => void;
}

/** Something that is not taken back: asked twice. */
export function Sure({ label, sure, isPending, act }: SureProps) {
  const [isAsked, setAsked] = useState(false);
  const press = (): void => {
    if (isAsked) act();
    setAsked(!isAsked);
  };
  return (
    <Button look={isAsked ? 'danger' : 'bare'} isPending={isPending} onPress={press}>
      {isAsked ? sure : label}
    </Button>
  );
}
