import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { speaksOfProject } from './call-key.ts';

/** When another project is opened (by any shell or window), no answer of the former one may stay on a screen. */
export function ProjectChange({ path }: { readonly path: string | null | undefined }) {
  const queryClient = useQueryClient();
  const shown = useRef(path);
  useEffect(() => {
    if (path === undefined || path === shown.current) return;
    const hadProject = shown.current !== undefined;
    shown.current = path;
    if (hadProject) void queryClient.resetQueries({ predicate: ({ queryKey }) => speaksOfProject(queryKey) });
  }, [queryClient, path]);
  return null;
}
