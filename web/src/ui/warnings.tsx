import { Leaf, TriangleAlert } from 'lucide-react';
import { useNames } from '../shell/catalogue';
import './warnings.css';

interface WarningsProps {
  readonly allergens: readonly string[];
  readonly requirements: readonly string[];
}

/** What may make somebody ill and what was asked for, in large words that nobody reads past. */
export function Warnings({ allergens, requirements }: WarningsProps) {
  const nameOf = useNames();
  return (
    <>
      {allergens.length > 0 && (
        <p className="warning warning-allergens">
          <TriangleAlert size="1em" aria-hidden="true" />
          {allergens.map((id) => (
            <span key={id}>{nameOf('allergens', id)}</span>
          ))}
        </p>
      )}
      {requirements.length > 0 && (
        <p className="warning warning-needs">
          <Leaf size="1em" aria-hidden="true" />
          {requirements.map((id) => (
            <span key={id}>{nameOf('requirements', id)}</span>
          ))}
        </p>
      )}
    </>
  );
}
