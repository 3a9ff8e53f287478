import { Edits } from './edits';

/** Every edit of what the store says of itself that this person may look at. */
export default function AllEdits() {
  return <Edits of={{}} />;
}
