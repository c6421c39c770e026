import { CLOUD_LAYERS, SERVICE_CATEGORIES, type Catalogue } from '../../../../../shared/model/catalogue.ts';

type CatalogueService = Catalogue['services'][number];

export interface MatrixRow {
  readonly category: (typeof SERVICE_CATEGORIES)[number];
  readonly total: number;
  readonly cells: readonly { readonly layer: (typeof CLOUD_LAYERS)[number]; readonly services: readonly CatalogueService[] }[];
}

/** Nine categories by four layers; empty cells stay, because a gap in the offer is the point of the table. */
export function serviceMatrix(services: readonly CatalogueService[]): readonly MatrixRow[] {
  return SERVICE_CATEGORIES.map((category) => {
    const own = services.filter((service) => service.category === category);
    return { category, total: own.length, cells: CLOUD_LAYERS.map((layer) => ({ layer, services: own.filter((service) => service.layer === layer) })) };
  });
}
