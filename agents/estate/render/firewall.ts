import type { HostView } from '../host-view.ts';

/** agents/probes/firewall: mostly off inside the government network; old machines keep a few rules; mandatory access by distribution. */
export function renderFirewall({ server, privilege }: HostView): string[] {
  const { os } = server;
  const rules = os.systemd || privilege === 'user' ? [] : ['rules iptables filter INPUT ACCEPT 5', 'rules iptables filter FORWARD ACCEPT 1', 'rules iptables filter OUTPUT ACCEPT 0'];
  const access = os.packageFormat === 'dpkg' ? ['apparmor on', ...(privilege === 'user' ? [] : ['profiles 36'])] : [server.index % 5 === 0 ? 'selinux enforcing' : 'selinux disabled'];
  const service = os.systemd && privilege !== 'user' && os.packageFormat === 'dpkg' ? ['service ufw disabled'] : [];
  return [...service, 'services read', ...rules, ...access];
}
