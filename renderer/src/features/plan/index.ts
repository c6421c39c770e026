export { PlanPage } from './pages/plan-page.tsx';
