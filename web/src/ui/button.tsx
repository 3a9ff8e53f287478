import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `main`: the one thing that this screen is for. `quiet`: beside it. `bare`: within a line of text or a row. */
  readonly look?: 'main' | 'quiet' | 'bare' | 'danger';
}

/** A button. It acts when it is let go, so that a finger that slips away has done nothing. */
export function Button({ look = 'quiet', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button-${look}`} />;
}
