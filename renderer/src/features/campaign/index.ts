export { CampaignPage } from './pages/campaign-page.tsx';
