# ---- firewall: which one is on, how many rules it holds by table and chain (never the rules), mandatory access ------
#   service <nftables|firewalld|iptables|ufw|…> active|enabled|disabled      of those that are on; then "services read"
#   rules nft|iptables|ip6tables <family and table, or table> <chain> <policy|-> <rules>        root
#   selinux enforcing|permissive|disabled | apparmor on|off | profiles <count of AppArmor profiles>      (count: root)
# Nothing is asked that would load a module: nft only where its kernel part is there, iptables only where a table is.
collect_firewall() {
  if [ -d /run/systemd/system ]; then
    lim 3 systemctl show --property=Id,ActiveState nftables.service firewalld.service iptables.service ufw.service netfilter-persistent.service SuSEfirewall2.service |
      awk -F = '/^!/ { print } $1 == "Id" { id = $2; sub(/\.service$/, "", id) } $1 == "ActiveState" { state = $2 } !NF { if (state == "active") print "service", id, state; state = "" } END { if (state == "active") print "service", id, state }'
  else
    for name in nftables firewalld iptables ufw; do
      for link in /etc/rc3.d/S[0-9][0-9]$name /etc/rc5.d/S[0-9][0-9]$name /etc/runlevels/default/$name; do [ -e "$link" ] && { printf '%s\n' "service $name enabled"; break; }; done
    done
  fi
  [ -r /etc/ufw/ufw.conf ] && while IFS='=' read -r key value; do [ "$key" = ENABLED ] && case $value in yes) echo 'service ufw enabled' ;; no) echo 'service ufw disabled' ;; esac; done </etc/ufw/ufw.conf
  echo 'services read'
  may_root && firewall_rules
  if [ -r /sys/fs/selinux/enforce ]; then
    line=; read -r line </sys/fs/selinux/enforce
    case $line in 1) echo 'selinux enforcing' ;; 0) echo 'selinux permissive' ;; esac
  elif [ -r /etc/selinux/config ]; then echo 'selinux disabled'; fi
  line=; [ -r /sys/module/apparmor/parameters/enabled ] && read -r line </sys/module/apparmor/parameters/enabled
  case $line in Y) echo 'apparmor on' ;; N) echo 'apparmor off' ;; esac
  [ -r /sys/kernel/security/apparmor/profiles ] && awk 'END { print "profiles", NR }' /sys/kernel/security/apparmor/profiles
}
firewall_rules() {
  modules=; read -r modules </proc/modules
  if have nft && { [ -d /sys/module/nf_tables ] || [ -z "$modules" ]; }; then
    root_lim 4 nft -s list ruleset | awk '
      function flush() { if (chain != "") print "rules nft", table, chain, policy, rules; chain = "" }
      /^!/ { print; next }
      $1 == "table" { table = $2 "/" $3; next }
      $1 == "chain" { flush(); chain = $2; policy = "-"; rules = 0; next }
      chain == "" { next }
      $1 == "}" { flush(); next }
      $1 == "type" && /policy/ { for (i = 1; i < NF; i++) if ($i == "policy") { policy = $(i + 1); sub(/;.*/, "", policy) }; next }
      $1 == "type" || $1 == "comment" || $1 == "elements" || NF == 0 { next }
      { rules++ }' | head -n 300
  fi
  for kind in iptables ip6tables; do
    names=/proc/net/ip_tables_names; [ $kind = ip6tables ] && names=/proc/net/ip6_tables_names
    line=; [ -r $names ] && read -r line <$names
    filter=/sys/module/iptable_filter; [ $kind = ip6tables ] && filter=/sys/module/ip6table_filter
    [ -n "$line" ] || [ -d $filter ] || continue
    save=$kind-legacy-save; have $save || save=$kind-save
    have $save && root_lim 4 $save | awk -v kind=$kind '
      /^!/ { print; next } /^\*/ { table = substr($1, 2) }
      /^:/ { chain = substr($1, 2); order[++count] = table " " chain; policy[table " " chain] = $2; next }
      $1 == "-A" { rules[table " " $2]++ }
      END { for (i = 1; i <= count && i <= 300; i++) print "rules", kind, order[i], policy[order[i]], rules[order[i]] + 0 }'
  done
}
