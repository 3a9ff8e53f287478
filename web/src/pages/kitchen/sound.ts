import { useEffect, useRef, useState } from 'react';

/** A short tone: high enough for a kitchen, over in a fifth of a second. */
const TONE = { hertz: 880, loud: 0.3, seconds: 0.2 } as const;

function ring(audio: AudioContext): void {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = TONE.hertz;
  loudness.gain.setValueAtTime(TONE.loud, audio.currentTime);
  loudness.gain.linearRampToValueAtTime(0, audio.currentTime + TONE.seconds); // a tone that is cut off clicks
  tone.connect(loudness).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + TONE.seconds);
}

/** All that is to be done at a bench on a day. */
interface Work {
  /** Which bench and day: the work of another is not new. */
  readonly of: string;
  /** Ids of steps; undefined until they are known. */
  readonly steps: readonly string[] | undefined;
}

/**
 * Rings when there is work that was not there before, once somebody has switched it on: no browser lets a page make a sound before it was
 * touched.
 */
export function useSound({ of, steps }: Work): readonly [isOn: boolean, set: (on: boolean) => void] {
  const [audio, setAudio] = useState<AudioContext | null>(null);
  const known = useRef({ of, ids: null as ReadonlySet<string> | null });
  useEffect(() => {
    const before = known.current.of === of ? known.current.ids : null;
    known.current = { of, ids: steps ? new Set(steps) : before };
    if (audio && before && steps?.some((id) => !before.has(id))) ring(audio);
  }, [of, steps, audio]);
  const set = (on: boolean): void => {
    void audio?.close();
    if (!on) return setAudio(null);
    const opened = new AudioContext();
    ring(opened);
    setAudio(opened);
  };
  return [audio !== null, set];
}
