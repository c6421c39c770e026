import type { ReactNode } from 'react';
import { pageHref, type SearchParams } from './page-href.ts';

export interface TextLinkProps {
  /** A path of the router, e.g. `/server/a1`. */
  readonly to: string;
  readonly search?: SearchParams;
  readonly children: ReactNode;
}

/** A link to another screen: opens, copies and goes back as links do. */
export function TextLink({ to, search, children }: TextLinkProps) {
  return <a href={pageHref(to, search)} onClick={(event) => event.stopPropagation()}>{children}</a>;
}
