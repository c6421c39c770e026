import cli from './en/cli.json' with { type: 'json' };
import desktop from './en/desktop.json' with { type: 'json' };
import web from './en/web.json' with { type: 'json' };
import app from './en/app.json' with { type: 'json' };
import ui from './en/ui.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import campaign from './en/campaign.json' with { type: 'json' };
import scan from './en/scan.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import help from './en/help.json' with { type: 'json' };
import overview from './en/overview.json' with { type: 'json' };
import reports from './en/reports.json' with { type: 'json' };
import fields from './en/fields.json' with { type: 'json' };
import facts from './en/facts.json' with { type: 'json' };
import profile from './en/profile.json' with { type: 'json' };
import inventory from './en/inventory.json' with { type: 'json' };
import server from './en/server.json' with { type: 'json' };
import systems from './en/systems.json' with { type: 'json' };
import assessment from './en/assessment.json' with { type: 'json' };
import relaxations from './en/relaxations.json' with { type: 'json' };
import strategy from './en/strategy.json' with { type: 'json' };
import plan from './en/plan.json' with { type: 'json' };
import progress from './en/progress.json' with { type: 'json' };
import catalogue from './en/catalogue.json' with { type: 'json' };
import hostErrors from './en/hostErrors.json' with { type: 'json' };
import hostErrorDetails from './en/hostErrorDetails.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import audit from './en/audit.json' with { type: 'json' };
import jobs from './en/jobs.json' with { type: 'json' };
import exports from './en/exports.json' with { type: 'json' };
import importing from './en/importing.json' with { type: 'json' };

/** The English catalogue; its shape types every key. */
export const english = {
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
