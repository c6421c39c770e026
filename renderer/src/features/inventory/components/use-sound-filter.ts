import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';

/** The filter to read with: the typed one, or the last one that was understood while the typed one is not. */
export function useSoundFilter(typed: string): string {
  const answer = useCall('inventory.suggestFilter', { text: typed, caret: typed.length }).data;
  const [sound, setSound] = useState('');
  const understood = typed === '' || answer?.problem === null;
  if (understood && sound !== typed) setSound(typed);
  return understood ? typed : sound;
}
