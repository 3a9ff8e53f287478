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

/**
 * Rings when there is work that was not there before, once somebody has switched it on: no browser lets a page make a sound before it was touched.
 * `steps` are the ids of all that is to be done; undefined until they are known.
 */
export function useSound(steps: readonly string[] | undefined): readonly [isOn: boolean, set: (on: boolean) => void] {
  const [audio, setAudio] = useState<AudioContext | null>(null);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (steps === undefined) return;
    const before = known.current;
    known.current = new Set(steps);
    if (audio && before && steps.some((id) => !before.has(id))) ring(audio);
  }, [steps, audio]);
  const set = (on: boolean): void => {
    void audio?.close();
    if (!on) return setAudio(null);
    const opened = new AudioContext();
    ring(opened);
    setAudio(opened);
  };
  return [audio !== null, set];
}
