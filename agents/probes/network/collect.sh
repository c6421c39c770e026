# ---- network: interfaces and addresses -----------------------------------------------------------------------------
#   link <name> <mac|-> <operstate|-> <Mbit/s|-> <mtu|-> <device|virtual>     (device: backed by hardware)
#   addr <name> inet|inet6 <address>/<prefix length or dotted netmask>
# Interfaces without an address are kept; addresses come from ip, else from ifconfig.
collect_network() {
  for path in /sys/class/net/*; do
    [ -e "$path/mtu" ] || continue
    mac=-; state=-; speed=-; mtu=-; kind=virtual
    read -r mac <"$path/address"; read -r state <"$path/operstate"; read -r speed <"$path/speed"; read -r mtu <"$path/mtu"
    [ -e "$path/device" ] && kind=device
    printf 'link %s %s %s %s %s %s\n' "${path##*/}" "${mac:--}" "${state:--}" "${speed:--}" "${mtu:--}" "$kind"
  done
  if have ip; then
    lim 3 ip -o addr show | awk '$3 == "inet" || $3 == "inet6" { a = $4; if (a !~ /\//) a = a ($3 == "inet" ? "/32" : "/128"); print "addr", $2, $3, a } /^!/'
  elif have ifconfig; then
    lim 3 ifconfig -a | awk '
      /^[^ \t]/ { name = $1; sub(/:$/, "", name) }
      $1 == "inet" { a = $2; sub(/^addr:/, "", a); m = ""
        for (i = 3; i <= NF; i++) { if ($i == "netmask") m = $(i + 1); else if ($i ~ /^Mask:/) m = substr($i, 6) }
        print "addr", name, "inet", a "/" (m == "" ? 32 : m) }
      $1 == "inet6" { a = $2; if (a == "addr:") a = $3; p = 64; for (i = 3; i <= NF; i++) if ($i == "prefixlen") p = $(i + 1)
        print "addr", name, "inet6", (a ~ /\// ? a : a "/" p) }'
  fi
}
