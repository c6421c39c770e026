import { z } from 'zod';

/** Systems the probe reads; an answer names its own in its first line, Linux names none. */
export const PROBE_PLATFORMS = ['linux', 'aix', 'solaris', 'hpux', 'freebsd', 'windows'] as const;
export const probePlatformSchema = z.enum(PROBE_PLATFORMS);
export type ProbePlatform = z.infer<typeof probePlatformSchema>;

/** An account as it may stand in a sudoers file: no blank, comma, wildcard or line end gets in. */
export const ACCOUNT_NAME = /^[a-z_][a-z0-9_.-]{0,31}$/i;
