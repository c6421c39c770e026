/** How the parameter of a sizing reason is shown, by the ending of its name. */
export type ParamShow = 'ratio' | 'bytes' | 'number' | 'text';

export function sizingParamShow(key: string, value: string | number): ParamShow {
  if (typeof value === 'string') return 'text';
  if (key.endsWith('Ratio')) return 'ratio';
  return key.endsWith('Bytes') ? 'bytes' : 'number';
}
