import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, type SearchSchemaInput } from '@tanstack/react-router';
import { ProjectRequired } from './project-required.tsx';
import { RootLayout } from './root-layout.tsx';
import { StartPage } from './start-page.tsx';
import { UnknownPage } from './unknown-page.tsx';

/** Parameters of an address: filter, sort, selection, open inspector. */
export interface UrlSearch {
  readonly [name: string]: string | undefined;
}

/** Only texts: an address is written by people and by links, each screen reads its own parameters. */
function textParams(search: Record<string, unknown> & SearchSchemaInput): UrlSearch {
  return Object.fromEntries(Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

const root = createRootRoute({ component: RootLayout, notFoundComponent: UnknownPage, validateSearch: textParams });
const withProject = createRoute({
  getParentRoute: () => root,
  id: 'project',
  component: () => <ProjectRequired><Outlet /></ProjectRequired>,
});

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage });
const projects = createRoute({ getParentRoute: () => root, path: '/projects', component: lazyRouteComponent(() => import('../features/home/index.ts'), 'HomePage') });
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'SettingsPage') });
const help = createRoute({ getParentRoute: () => root, path: '/help', component: lazyRouteComponent(() => import('../features/help/index.ts'), 'HelpPage') });
const scan = createRoute({ getParentRoute: () => withProject, path: '/scan', component: lazyRouteComponent(() => import('../features/scan/index.ts'), 'ScanPage') });
const campaigns = createRoute({ getParentRoute: () => withProject, path: '/campaigns', component: lazyRouteComponent(() => import('../features/campaign/index.ts'), 'CampaignPage') });
const reports = createRoute({ getParentRoute: () => withProject, path: '/reports', component: lazyRouteComponent(() => import('../features/reports/index.ts'), 'ReportsPage') });
const inventory = createRoute({ getParentRoute: () => withProject, path: '/inventory', component: lazyRouteComponent(() => import('../features/inventory/index.ts'), 'InventoryPage') });
const server = createRoute({ getParentRoute: () => withProject, path: '/server/$id', component: lazyRouteComponent(() => import('../features/server/index.ts'), 'ServerPage') });
const systems = createRoute({ getParentRoute: () => withProject, path: '/systems', component: lazyRouteComponent(() => import('../features/systems/index.ts'), 'SystemsPage') });
const departments = createRoute({ getParentRoute: () => withProject, path: '/departments', component: lazyRouteComponent(() => import('../features/systems/index.ts'), 'DepartmentsPage') });
const assessment = createRoute({ getParentRoute: () => withProject, path: '/assessment', component: lazyRouteComponent(() => import('../features/assessment/index.ts'), 'AssessmentPage') });
const plan = createRoute({ getParentRoute: () => withProject, path: '/plan', component: lazyRouteComponent(() => import('../features/plan/index.ts'), 'PlanPage') });
const progress = createRoute({ getParentRoute: () => withProject, path: '/progress', component: lazyRouteComponent(() => import('../features/progress/index.ts'), 'ProgressPage') });
const catalogue = createRoute({ getParentRoute: () => withProject, path: '/catalogue', component: lazyRouteComponent(() => import('../features/catalogue/index.ts'), 'CataloguePage') });
const importing = createRoute({ getParentRoute: () => withProject, path: '/import', component: lazyRouteComponent(() => import('../features/importing/index.ts'), 'ImportPage') });

/** Addresses hold plain text parameters (`#/inventory?filter=os:kylin`), read by each screen for itself. */
export const router = createRouter({
  routeTree: root.addChildren([start, projects, settings, help, withProject.addChildren([scan, campaigns, inventory, server, systems, departments, assessment, plan, progress, catalogue, importing, reports])]),
  history: createHashHistory(),
  defaultPreload: false,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string')).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
