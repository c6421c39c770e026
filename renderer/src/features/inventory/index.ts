export { InventoryPage } from './pages/inventory-page.tsx';
