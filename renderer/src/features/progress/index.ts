export { ProgressPage } from './pages/progress-page.tsx';
