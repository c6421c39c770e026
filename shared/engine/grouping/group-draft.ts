import type { z } from 'zod';
import type { moveGroupSchema } from '../../model/plan.ts';

/** A move group: its systems cut over on one day, because what joins them would not stand the distance. */
export type GroupDraft = z.infer<typeof moveGroupSchema>;
export type GroupReason = GroupDraft['reasons'][number];
