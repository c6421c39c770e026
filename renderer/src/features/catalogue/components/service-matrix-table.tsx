import { useTranslation } from 'react-i18next';
import { CLOUD_LAYERS, type Catalogue } from '../../../../../shared/model/catalogue.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { serviceMatrix } from '../lib/service-matrix.ts';
import styles from './service-matrix-table.module.css';

/** Services by category and layer with price and lead time; empty cells show where nothing is offered. */
export function ServiceMatrixTable({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  return (
    <table className={styles.table} aria-label={t('matrix.table')}>
      <thead>
        <tr><th scope="col">{t('matrix.category')}</th>{CLOUD_LAYERS.map((layer) => <th key={layer} scope="col">{layer}</th>)}</tr>
      </thead>
      <tbody>
        {serviceMatrix(catalogue.services).map((row) => (
          <tr key={row.category}>
            <th scope="row">{t(`category.${row.category}`)} <span className="muted">{format.count(row.total)}</span></th>
            {row.cells.map((cell) => (
              <td key={cell.layer}>
                {cell.services.length === 0 ? <span className="muted">{t('matrix.none')}</span> : (
                  <ul className={styles.list}>
                    {cell.services.map((service) => (
                      <li key={service.id}>
                        {service.name}
                        <div className="muted">{t('matrix.price', { price: format.money(service.pricePerUnitMonthMinor, catalogue.currency), unit: service.unit })} · {t('matrix.lead', { days: format.count(service.leadTimeDays) })}</div>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
