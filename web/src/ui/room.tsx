import { Ban, CircleCheck } from 'lucide-react';
import { ROOM_WORDS } from '../words/room.words';
import { useWords } from '../words/words';
import './room.css';

interface RoomProps {
  /** What can be done; null: without limit. */
  readonly limitMinutes: number | null;
  readonly takenMinutes: number;
}

/** What a day has left of one kind of work: a sign, a word and a figure, and colour only beside them. */
export function Room({ limitMinutes, takenMinutes }: RoomProps) {
  const words = useWords(ROOM_WORDS);
  if (limitMinutes === null) return <span className="room">{words.unlimited}</span>;
  const free = limitMinutes - takenMinutes;
  const isFull = free <= 0;
  const said =
    limitMinutes === 0 && takenMinutes === 0
      ? words.none
      : free < 0
        ? words.over(words.span(-free))
        : isFull
          ? words.full
          : words.free(words.span(free));
  const Sign = isFull ? Ban : CircleCheck;
  return (
    <span className="room" data-full={isFull}>
      <Sign size={16} aria-hidden="true" /> {said}
    </span>
  );
}
