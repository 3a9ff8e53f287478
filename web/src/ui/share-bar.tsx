import './share-bar.css';

interface ShareBarProps {
  readonly value: number;
  readonly max: number;
  /** Its colour says so beside the words, never alone. */
  readonly isGood: boolean;
}

/** How much there is of what there can be, drawn beside its figure: whoever listens hears the figure. */
export function ShareBar({ value, max, isGood }: ShareBarProps) {
  return <progress className="share-bar" aria-hidden="true" max={max} value={Math.min(value, max)} data-good={isGood} />;
}
