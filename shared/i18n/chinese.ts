import cli from './zh-CN/cli.json' with { type: 'json' };
import desktop from './zh-CN/desktop.json' with { type: 'json' };
import web from './zh-CN/web.json' with { type: 'json' };
import app from './zh-CN/app.json' with { type: 'json' };
import ui from './zh-CN/ui.json' with { type: 'json' };
import home from './zh-CN/home.json' with { type: 'json' };
import campaign from './zh-CN/campaign.json' with { type: 'json' };
import scan from './zh-CN/scan.json' with { type: 'json' };
import settings from './zh-CN/settings.json' with { type: 'json' };
import help from './zh-CN/help.json' with { type: 'json' };
import overview from './zh-CN/overview.json' with { type: 'json' };
import reports from './zh-CN/reports.json' with { type: 'json' };
import fields from './zh-CN/fields.json' with { type: 'json' };
import facts from './zh-CN/facts.json' with { type: 'json' };
import profile from './zh-CN/profile.json' with { type: 'json' };
import inventory from './zh-CN/inventory.json' with { type: 'json' };
import server from './zh-CN/server.json' with { type: 'json' };
import systems from './zh-CN/systems.json' with { type: 'json' };
import assessment from './zh-CN/assessment.json' with { type: 'json' };
import relaxations from './zh-CN/relaxations.json' with { type: 'json' };
import strategy from './zh-CN/strategy.json' with { type: 'json' };
import plan from './zh-CN/plan.json' with { type: 'json' };
import progress from './zh-CN/progress.json' with { type: 'json' };
import catalogue from './zh-CN/catalogue.json' with { type: 'json' };
import hostErrors from './zh-CN/hostErrors.json' with { type: 'json' };
import hostErrorDetails from './zh-CN/hostErrorDetails.json' with { type: 'json' };
import errors from './zh-CN/errors.json' with { type: 'json' };
import audit from './zh-CN/audit.json' with { type: 'json' };
import jobs from './zh-CN/jobs.json' with { type: 'json' };
import exports from './zh-CN/exports.json' with { type: 'json' };
import importing from './zh-CN/importing.json' with { type: 'json' };

/** The Chinese catalogue, the first language of the product. */
export const chinese = {
  app,
  cli,
  web,
  desktop,
  ui,
  home,
  scan,
  campaign,
  settings,
  help,
  overview,
  reports,
  fields,
  facts,
  profile,
  inventory,
  server,
  systems,
  assessment,
  relaxations,
  strategy,
  plan,
  progress,
  catalogue,
  hostErrors,
  hostErrorDetails,
  errors,
  audit,
  jobs,
  exports,
  importing,
};
