# ---- network-detail: how the network is put together, and which servers this machine is a client of ----------------
# Fields parted by one space, "-" for none:
#   bond <name> <mode> <active member|-> <up|down> <members, comma-parted> | bridge <name> <members|->
#   vlan <name> <id|-> <parent|->
#   route <interface> <destination, 8 hex> <gateway> <mask> <metric> | route6 <interface> <destination, 32 hex>/<length, hex> <gateway>
#                                                           default and gateway routes only; "routes <count>" of all IPv4 routes
#   neighbours <count>                                      of the IPv4 neighbour table
#   conf <file> <directive> <value, to the end of the line> single directives of the files below: resolvers, time servers,
#                                                           directory and Kerberos servers, proxies (their passwords blotted out here), VIPs
#   hosts <address> <name> …                                /etc/hosts but the machine itself and loopback
#   time-synchronised                                       systemd-timesyncd has reached its server
collect_network_detail() {
  links
  awk '
    FNR == 1 { file++; rows = 0 }
    ++rows > 20000 { next }
    file == 1 { if (FNR > 1) { routes++; if ($3 != "00000000" && shown < 200) { shown++; print "route", $1, $2, $3, $8, $7 } } next }
    file == 2 { if ($5 != "00000000000000000000000000000000" && $10 != "lo" && shown < 300) { shown++; print "route6", $10, $1 "/" $2, $5 } next }
    END { print "routes", routes + 0 }' /proc/net/route /proc/net/ipv6_route
  awk 'FNR > 1 && $4 != "00:00:00:00:00:00" { count++ } END { print "neighbours", count + 0 }' /proc/net/arp
  [ -e /run/systemd/timesync/synchronized ] && echo time-synchronised
  client_settings
  awk '{ sub(/#.*/, "") } NF < 2 || $1 ~ /^127\./ || $1 == "::1" || $1 ~ /^(ff|fe)[0-9a-f]+::/ { next } ++count <= 100 { line = "hosts " $1; for (i = 2; i <= NF && i < 10; i++) line = line " " $i; print line }' /etc/hosts
}
links() {
  for path in /sys/class/net/*; do
    name=${path##*/}
    if [ -d "$path/bonding" ]; then
      mode=-; active=; status=-; members=
      read -r mode _ <"$path/bonding/mode"; read -r active <"$path/bonding/active_slave"; read -r status <"$path/bonding/mii_status"; read -r members <"$path/bonding/slaves"
      set -f; set -- $members; set +f; members=; for member in "$@"; do members="$members,$member"; done; members=${members#,}
      printf '%s\n' "bond $name $mode ${active:--} $status ${members:--}"
    elif [ -d "$path/bridge" ]; then
      members=; for member in "$path"/brif/*; do [ -e "$member" ] && members="$members,${member##*/}"; done; members=${members#,}
      printf '%s\n' "bridge $name ${members:--}"
    else
      type=; while IFS='=' read -r key value; do [ "$key" = DEVTYPE ] && type=$value; done <"$path/uevent"
      [ "$type" = vlan ] || continue
      parent=-; for lower in "$path"/lower_*; do [ -e "$lower" ] && parent=${lower##*/lower_}; done
      id=-; [ -r "/proc/net/vlan/$name" ] && read -r _ _ id _ <"/proc/net/vlan/$name"
      printf '%s\n' "vlan $name $id $parent"
    fi
  done
}
client_settings() {
  set --
  for path in /etc/resolv.conf /run/systemd/resolve/resolv.conf /etc/chrony.conf /etc/chrony/chrony.conf /etc/chrony/sources.d/*.sources /etc/chrony/conf.d/*.conf /etc/chrony.d/*.conf /run/chrony-dhcp/*.sources /etc/ntp.conf /etc/ntpsec/ntp.conf \
    /etc/systemd/timesyncd.conf /etc/systemd/timesyncd.conf.d/*.conf /etc/ldap.conf /etc/ldap/ldap.conf /etc/openldap/ldap.conf /etc/nslcd.conf /etc/sssd/sssd.conf /etc/sssd/conf.d/*.conf /etc/krb5.conf /etc/krb5.conf.d/*.conf /etc/samba/smb.conf \
    /etc/nsswitch.conf /etc/environment /etc/profile.d/*proxy*.sh /etc/yum.conf /etc/dnf/dnf.conf /etc/apt/apt.conf /etc/apt/apt.conf.d/* /etc/sysconfig/proxy /etc/keepalived/keepalived.conf; do
    [ -f "$path" ] && [ -r "$path" ] && set -- "$@" "$path"
  done
  [ $# -gt 0 ] && awk '
    function say(directive, value) {
      gsub(/\/\/[^\/@ ]*@/, "//***@", value); sub(/[ \t\r]+$/, "", value)
      if (value != "" && ++said <= 300) print "conf", FILENAME, directive, value
    }
    FNR == 1 { vips = 0 }
    { sub(/\r$/, "") }
    /^[ \t]*[#;!]/ || NF == 0 || length($0) > 1000 { next }
    FILENAME ~ /resolv\.conf$/ { if ($1 == "nameserver") say("nameserver", $2); else if ($1 == "search" || $1 == "domain") { $1 = $1; say("search", substr($0, length($1) + 2)) } next }
    FILENAME ~ /(chrony|ntp|\.sources$)/ { if ($1 == "server" || $1 == "pool" || $1 == "peer") say($1, $2); next }
    FILENAME ~ /timesyncd/ { if ($0 ~ /^(Fallback)?NTP=/) { cut = index($0, "="); say(substr($0, 1, cut - 1), substr($0, cut + 1)) } next }
    FILENAME ~ /ldap|nslcd/ { if (tolower($1) ~ /^(uri|host|base)$/) { key = tolower($1); $1 = ""; sub(/^ +/, ""); say(key, $0) } next }
    FILENAME ~ /nsswitch/ { if ($1 == "passwd:" || $1 == "hosts:") { key = $1; sub(/:$/, "", key); $1 = ""; sub(/^ +/, ""); say(key, $0) } next }
    FILENAME ~ /keepalived/ {
      if ($1 ~ /^virtual_ipaddress/) { vips = 1; line = $0; if (sub(/^[^{]*\{/, "", line) && line ~ /[0-9]/) { split(line, one, " "); say("virtual_ipaddress", one[1]) } }
      else if (vips && $1 ~ /^[0-9A-Fa-f:.]+(\/[0-9]+)?$/) say("virtual_ipaddress", $1)
      if (/\}/) vips = 0
      next
    }
    FILENAME ~ /sssd|krb5|smb\.conf/ {
      cut = index($0, "="); if (!cut) next
      if (FILENAME ~ /krb5/ && /\{[ \t]*$/) { realm = $1; sub(/=.*/, "", realm); next }
      key = tolower(substr($0, 1, cut - 1)); gsub(/^[ \t]+|[ \t]+$/, "", key); gsub(/ /, "_", key); value = substr($0, cut + 1); sub(/^[ \t]+/, "", value)
      if (key ~ /^(id_provider|ldap_uri|ldap_search_base|krb5_server|krb5_realm|ad_server|ad_domain|ipa_server|ipa_domain|domains|default_realm|kdc|admin_server|realm|workgroup|security|password_server)$/ && value != "") say(key, (key == "kdc" || (key == "admin_server" && FILENAME ~ /krb5/)) ? realm " " value : value)
      next
    }
    { line = $0; sub(/^[ \t]*(export[ \t]+)?/, "", line); low = tolower(line) }
    low ~ /^(http|https|ftp|all)_proxy[ \t]*=/ || low ~ /^proxy[ \t]*=/ { cut = index(line, "="); key = tolower(substr(line, 1, cut - 1)); gsub(/[ \t]/, "", key); value = substr(line, cut + 1); gsub(/["\047 \t]/, "", value); say(key, proxy(value)); next }
    low ~ /^acquire::(http|https)::proxy[ \t]/ { value = $2; gsub(/[";]/, "", value); say("proxy", proxy(value)) }
    function proxy(text) { if (text ~ /@/ && text !~ /\/\//) sub(/^.*@/, "***@", text); return text }' "$@"
}
