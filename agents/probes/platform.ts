/** Systems the probe reads, as an answer names its own in the first line; Linux names none. */
export const PLATFORMS = ['linux', 'aix', 'solaris', 'hpux', 'freebsd', 'windows'] as const;
export type Platform = (typeof PLATFORMS)[number];
