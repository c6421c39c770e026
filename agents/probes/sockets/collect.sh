# ---- sockets: listeners, and connections folded to (direction, peer, service port) ---------------------------------
# From /proc/<pid>/net, once per network namespace that may be seen; other namespaces (containers) give flows only.
#   L tcp|udp <address> <port> <pid|-> <process name, to the end of the line|->
#   F tcp|udp in|out <peer address> <service port> <connections> <pid|-> <process name|->
# in: the local port listens, the peer is a client of it; out: this host is the client. Connections of every state after
# the handshake count, TIME_WAIT too (it proves the flow for a minute). Peers on loopback or on this very address, and
# this contact itself, are left out. Addresses: dotted, or eight hexadecimal groups for IPv6. pid and name: "-" for
# processes of other users unless root asks.
socket_owners() {
  of_processes /fd ls -l | awk '/^\/proc\// { split($0, part, "/"); pid = part[3]; next }
    /socket:\[/ { inode = $NF; gsub(/[^0-9]/, "", inode); if (!(inode in seen)) { seen[inode] = 1; print "owner", inode, pid } }'
}
namespaces() {
  # its own first: the first one's listeners are the host's, and ls would sort it behind the numbers
  { ls -l /proc/self/ns/net; of_processes /ns/net ls -l; } | awk '$NF ~ /^net:/ && !($NF in seen) { seen[$NF] = 1; split($(NF - 2), part, "/"); print part[3] }' | head -n 60
}
collect_sockets() {
  contact=$SSH_CONNECTION
  [ -z "$contact" ] && [ -r "/proc/$PPID/environ" ] && contact=$(tr '\000' '\n' <"/proc/$PPID/environ" | sed -n 's/^SSH_CONNECTION=//p')
  spaces=$(namespaces); spaces=${spaces:-self}
  { socket_owners
    for pid in $spaces; do
      echo "space $pid"
      for kind in tcp tcp6 udp udp6; do lim 4 sed "s/^/$kind /" "/proc/$pid/net/$kind"; done
    done
  } | awk -v contact="$contact" '
    function hex(text,  i, n) { n = 0; for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789ABCDEF", toupper(substr(text, i, 1))) - 1; return n }
    function word(text) { return big ? text : substr(text, 7, 2) substr(text, 5, 2) substr(text, 3, 2) substr(text, 1, 2) }
    function dotted(text) { return hex(substr(text, 1, 2)) "." hex(substr(text, 3, 2)) "." hex(substr(text, 5, 2)) "." hex(substr(text, 7, 2)) }
    function address(text,  i, all, groups) {
      if (text in known) return known[text]
      if (length(text) == 8) return known[text] = dotted(word(text))
      all = ""; for (i = 0; i < 4; i++) all = all word(substr(text, i * 8 + 1, 8))
      if (substr(all, 1, 24) == "00000000000000000000FFFF") return known[text] = dotted(substr(all, 25, 8))
      groups = ""; for (i = 0; i < 8; i++) groups = groups (i ? ":" : "") tolower(substr(all, i * 4 + 1, 4))
      return known[text] = groups
    }
    function name(pid,  line, a, b, i) {
      if (pid == "-") return "-"
      if (pid in names) return names[pid]
      line = ""; getline line < ("/proc/" pid "/stat"); close("/proc/" pid "/stat")
      a = index(line, "("); b = 0; for (i = length(line); i > a; i--) if (substr(line, i, 1) == ")") { b = i; break }
      return names[pid] = (a && b > a + 1) ? substr(line, a + 1, b - a - 1) : "-"
    }
    BEGIN { machine = ""; "uname -m" | getline machine; close("uname -m"); big = machine ~ /^(s390|s390x|ppc|ppc64|sparc|sparc64|mips|mips64)$/
      split(contact, ssh, " ") }
    /^!TIMEOUT/ { print; next }
    $1 == "owner" { owner[$2] = $3; next }
    $1 == "space" { space++; next }
    $2 == "sl" || NF < 11 { next }
    { protocol = substr($1, 1, 3); split($3, l, ":"); split($4, r, ":"); state = $5; inode = $11
      pid = (inode in owner) ? owner[inode] : "-"
      unconnected = r[2] == "0000"
      if ((protocol == "tcp" && state == "0A") || (protocol == "udp" && unconnected)) {
        listens[space, protocol, l[2]] = 1
        if (space == 1) { key = protocol " " l[1] " " l[2]; if (!(key in listener)) { order[++count] = key; listener[key] = pid } else if (listener[key] == "-") listener[key] = pid }
        next
      }
      if (unconnected || state == "02" || state == "03" || state == "07" && protocol == "tcp") next
      rows++; row[rows] = space " " protocol " " l[1] " " l[2] " " r[1] " " r[2] " " pid
    }
    END {
      for (i = 1; i <= count; i++) { split(order[i], k, " "); pid = listener[order[i]]; print "L", k[1], address(k[2]), hex(k[3]), pid, name(pid) }
      for (n = 1; n <= rows; n++) {
        split(row[n], f, " ")
        here = address(f[3]); peer = address(f[5])
        if (peer == here || peer ~ /^127\./ || peer == "0000:0000:0000:0000:0000:0000:0000:0001") continue
        inbound = (f[1], f[2], f[4]) in listens
        port = inbound ? hex(f[4]) : hex(f[6])
        if (f[2] == "tcp" && peer == ssh[1] && hex(f[6]) == ssh[2] && hex(f[4]) == ssh[4]) continue
        key = f[2] " " (inbound ? "in" : "out") " " peer " " port
        connections[key]++
        if (f[7] != "-") owners[key] = f[7]
      }
      for (key in connections) { pid = (key in owners) ? owners[key] : "-"; print "F", key, connections[key], pid, name(pid) }
    }'
}
