import { Sheet } from '../ui/sheet';
import { Task } from './task';

interface TaskSheetProps {
  readonly id: string;
  /** What it is about. */
  readonly title: string;
  readonly close: () => void;
}

/** One task over the page on which it was chosen; answered, it goes away. */
export function TaskSheet({ id, title, close }: TaskSheetProps) {
  return (
    <Sheet title={title} close={close}>
      <Task id={id} close={close} next={close} />
    </Sheet>
  );
}
