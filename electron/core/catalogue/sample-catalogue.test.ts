import { describe, expect, it } from 'vitest';
import { CLOUD_LAYERS, SERVICE_CATEGORIES, catalogueSchema } from '../../../shared/model/catalogue.ts';
import sample from './sample-catalogue.json' with { type: 'json' };

describe('sample catalogue', () => {
  const catalogue = catalogueSchema.parse(sample);

  it('offers all nine categories and all four layers', () => {
    expect(new Set(catalogue.services.map((service) => service.category))).toEqual(new Set(SERVICE_CATEGORIES));
    expect(new Set(catalogue.services.map((service) => service.layer))).toEqual(new Set(CLOUD_LAYERS));
  });

  it('names each flavour and each service once', () => {
    expect(new Set(catalogue.flavours.map((flavour) => flavour.id)).size).toBe(catalogue.flavours.length);
    expect(new Set(catalogue.services.map((service) => service.id)).size).toBe(catalogue.services.length);
  });

  it('asks more for more of either resource within an architecture', () => {
    for (const small of catalogue.flavours) {
      for (const large of catalogue.flavours) {
        if (small === large || small.architecture !== large.architecture) continue;
        if (large.vcpuCount >= small.vcpuCount && large.memBytes >= small.memBytes) {
          expect(large.pricePerMonthMinor, `${small.id} < ${large.id}`).toBeGreaterThan(small.pricePerMonthMinor);
        }
      }
    }
  });
});
