export { DepartmentsPage } from './pages/departments-page.tsx';
export { SystemsPage } from './pages/systems-page.tsx';
