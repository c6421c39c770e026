export { ServerPage } from './pages/server-page.tsx';
