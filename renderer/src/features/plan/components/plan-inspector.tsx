import { useMemo } from 'react';
import { paramNames } from '../lib/described-params.ts';
import type { PlanView } from '../lib/plan-view.ts';
import { SystemInspector } from './system-inspector.tsx';
import { useParamsText } from './use-params-text.ts';

export interface PlanInspectorProps {
  readonly view: PlanView;
  readonly systemId: string;
  readonly onClose: () => void;
  readonly onMove: ((systemId: string, waveIndex: number | null) => void) | undefined;
}

/** The inspector for the system named in the address; nothing when the plan does not know it. */
export function PlanInspector({ view, systemId, onClose, onMove }: PlanInspectorProps) {
  const names = useMemo(() => paramNames(view), [view]);
  const paramsText = useParamsText(names);
  const item = view.items.find((one) => one.id === systemId);
  return item === undefined ? null : <SystemInspector view={view} item={item} paramsText={paramsText} onClose={onClose} onMove={onMove} />;
}
