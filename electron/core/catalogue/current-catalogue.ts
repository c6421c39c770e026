import { catalogueSchema, sizingPolicySchema, type Catalogue, type SizingPolicy } from '../../../shared/model/catalogue.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { readDocument } from '../db/document-store.ts';
import sample from './sample-catalogue.json' with { type: 'json' };

/** p95 with a fifth of room above it; no size below today's without a confidence of 60 (collectors' scale of 0..100). */
export const DEFAULT_SIZING_POLICY: SizingPolicy = { percentile: 'p95', cpuHeadroomRatio: 0.2, memHeadroomRatio: 0.2, minConfidenceScore: 60 };

export interface CurrentCatalogue {
  readonly catalogue: Catalogue;
  readonly policy: SizingPolicy;
  /** No catalogue was imported: prices and flavours are the sample's. */
  readonly sample: boolean;
}

let parsedSample: Catalogue | undefined;

export function sampleCatalogue(): Catalogue {
  parsedSample ??= catalogueSchema.parse(sample);
  return parsedSample;
}

/** What sizes and prices are taken from. */
export function currentCatalogue(database: ProjectDatabase): CurrentCatalogue {
  const own = readDocument(database, 'catalogue', catalogueSchema);
  const policy = readDocument(database, 'sizing-policy', sizingPolicySchema) ?? DEFAULT_SIZING_POLICY;
  return { catalogue: own ?? sampleCatalogue(), policy, sample: own === undefined };
}
