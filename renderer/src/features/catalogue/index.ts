export { CataloguePage } from './pages/catalogue-page.tsx';
