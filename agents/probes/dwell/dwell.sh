# ---- dwell: one channel held open, one sample for each line that comes in on stdin ---------------------------------
# The scanner is the clock: a line "t" asks for a sample, "q" for the end. Between two samples three sleeping processes
# stand here (sh, awk, the shell that waits for the line); when the channel closes the wait ends and all of them with it.
# Settings before the prelude: LF_NONCE, LF_SECONDS (hard end by this host's own clock, also when nothing comes in).
#   @<nonce> BEGIN 1 <uptime> root|sudo|user, then: id <machine id|->, name <host name>, boot <boot id|->
#   @<nonce> S <uptime>                      a sample begins; only what changed since the last one follows:
#     c <user> <nice> <system> <idle> <iowait> <irq> <softirq> <steal> <cpus>       clock ticks over all threads
#     m <total kB> <available kB>
#     d <name> <reads> <sectors read> <writes> <sectors written>                    whole disks only, no dm or md
#     n <name> <bytes in> <bytes out>                                               hardware interfaces; if none, all but lo
#     f <id> tcp|udp in|out <peer> <service port> <local port> <peer port> <state> <pid|-> <process, to the end|->
#                                            a flow not seen before in this dwell; of those known nothing is sent again
#     p <id> <pid> <process>                 its process, when it became known later
#     k <id> <connections>                   distinct connections so far, once a minute and at the end
#   @<nonce> E                               the sample is whole
#   @<nonce> END <uptime>
# "!FLOWS" and "!ROWS" say that a bound was met. TIME_WAIT rows have no process but prove a flow for a minute.
dwell_spaces() {
  ls -l /proc/self/ns/net /proc/[0-9]*/ns/net 2>/dev/null | awk '$NF ~ /^net:/ && !($NF in seen) { seen[$NF] = 1; split($(NF - 2), part, "/"); print part[3] }' | head -n 60
}
dwell_disks() {
  for path in /sys/block/*; do
    case ${path##*/} in loop*|ram*|zram*|sr*|fd*|dm-*|md*|nbd*) continue ;; esac
    printf '%s ' "${path##*/}"
  done
}
dwell_nics() { for path in /sys/class/net/*; do [ -e "$path/device" ] && printf '%s ' "${path##*/}"; done; }

dwell() {
  contact=$SSH_CONNECTION
  [ -z "$contact" ] && [ -r "/proc/$PPID/environ" ] && contact=$(tr '\000' '\n' <"/proc/$PPID/environ" 2>/dev/null | sed -n 's/^SSH_CONNECTION=//p')
  machine=; [ -r /etc/machine-id ] && read -r machine </etc/machine-id
  boot=; [ -r /proc/sys/kernel/random/boot_id ] && read -r boot </proc/sys/kernel/random/boot_id
  guard=
  if timeout -k 1 1 true >/dev/null 2>&1; then guard="timeout -k 1 $((LF_SECONDS + 30))"
  elif timeout -t 1 true >/dev/null 2>&1; then guard="timeout -t $((LF_SECONDS + 30))"; fi
  $guard awk -v nonce="$LF_NONCE" -v user="$LF_USER" -v seconds="$LF_SECONDS" -v contact="$contact" -v machine="${machine:--}" -v boot="${boot:--}" \
    -v name="$(uname -n)" -v arch="$(uname -m)" -v spaces="$(dwell_spaces | tr '\n' ' ')" -v disks=" $(dwell_disks)" -v nics=" $(dwell_nics)" '
    function hex(text,  i, n) { n = 0; for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789ABCDEF", toupper(substr(text, i, 1))) - 1; return n }
    function word(text) { return big ? text : substr(text, 7, 2) substr(text, 5, 2) substr(text, 3, 2) substr(text, 1, 2) }
    function dotted(text) { return hex(substr(text, 1, 2)) "." hex(substr(text, 3, 2)) "." hex(substr(text, 5, 2)) "." hex(substr(text, 7, 2)) }
    function address(text,  i, all, groups) {
      if (length(text) == 8) return dotted(word(text))
      all = ""; for (i = 0; i < 4; i++) all = all word(substr(text, i * 8 + 1, 8))
      if (substr(all, 1, 24) == "00000000000000000000FFFF") return dotted(substr(all, 25, 8))
      groups = ""; for (i = 0; i < 8; i++) groups = groups (i ? ":" : "") tolower(substr(all, i * 4 + 1, 4))
      return groups
    }
    function process(pid,  line, a, b, i) {
      if (pid in processes) return processes[pid]
      line = ""; getline line < ("/proc/" pid "/stat"); close("/proc/" pid "/stat")
      a = index(line, "("); b = 0; for (i = length(line); i > a; i--) if (substr(line, i, 1) == ")") { b = i; break }
      return processes[pid] = (a && b > a + 1) ? substr(line, a + 1, b - a - 1) : "-"
    }
    function uptime(  line, part) { line = "0.00 0"; getline line < "/proc/uptime"; close("/proc/uptime"); split(line, part, " "); return part[1] }
    # Which process holds which socket: dear (all processes), so only when a new flow asks for it, and not again before the
    # time it took is spread over enough samples: 4 ms of each, once in sixty at least.
    function findOwners(  line, part, n, pid, inode, from) {
      from = uptime(); split("", owner); split("", processes)
      while (("ls -l /proc/[0-9]*/fd 2>/dev/null" | getline line) > 0) {
        if (line ~ /^\/proc\//) { split(line, part, "/"); pid = part[3] }
        else if ((n = index(line, "socket:[")) > 0) { inode = substr(line, n + 8) + 0; if (!(inode in owner)) owner[inode] = pid }
      }
      close("ls -l /proc/[0-9]*/fd 2>/dev/null")
      n = int((uptime() - from) * 250); ownersFrom = round + 1 + (n > 60 ? 60 : n)
    }
    function ownerOf(inode, listener) {
      if (inode != 0 && !(inode in owner) && round >= ownersFrom) findOwners()
      return (inode != 0 && inode in owner) ? owner[inode] : (listener in owner) ? owner[listener] : "-"
    }
    function counters(  path, cpus, ticks, total, free, spare, available, line, text) {
      path = "/proc/stat"; cpus = 0; ticks = ""
      while ((getline < path) > 0 && $1 ~ /^cpu/) { if ($1 == "cpu") ticks = $2 " " $3 " " $4 " " $5 " " $6 + 0 " " $7 + 0 " " $8 + 0 " " $9 + 0; else cpus++ }
      close(path); print "c", ticks, cpus
      path = "/proc/meminfo"; available = ""; spare = 0
      while ((getline < path) > 0) {
        if ($1 == "MemTotal:") total = $2; else if ($1 == "MemAvailable:") { available = $2; break }
        else if ($1 == "MemFree:" || $1 == "Buffers:" || $1 == "Cached:" || $1 == "SReclaimable:") spare += $2
        else if ($1 == "Shmem:") spare -= $2
      }
      close(path); print "m", total, available == "" ? spare : available
      path = "/proc/diskstats"
      while ((getline < path) > 0) if (index(disks, " " $3 " ")) changed("d " $3, $4 " " $6 " " $8 " " $10)
      close(path); path = "/proc/net/dev"
      while ((getline < path) > 0) { if (!index($0, ":")) continue; sub(/:/, " "); if ($1 != "lo" && (nics == " " || index(nics, " " $1 " "))) changed("n " $1, $2 " " $10) }
      close(path)
    }
    function changed(what, values) { if (last[what] != values) { last[what] = values; print what, values } }
    function listeners(space,  kind, path, part) {
      for (kind in kinds) {
        path = "/proc/" space "/net/" kind
        while ((getline < path) > 0) if (($4 == "0A" && kind ~ /^tcp/) || (kind ~ /^udp/ && $3 ~ /:0000$/)) { split($2, part, ":"); listens[space, kinds[kind], part[2]] = $10 }
        close(path)
      }
    }
    function connections(space,  kind, path, row, rows) {
      for (kind in kinds) {
        path = "/proc/" space "/net/" kind; rows = 0
        while ((getline < path) > 0) {
          if (++rows > 50000) { print "!ROWS"; break }
          if ($4 == "0A" && kind ~ /^tcp/) { split($2, l, ":"); if (!((space, "tcp", l[2]) in listens)) listens[space, "tcp", l[2]] = $10; continue }
          if ($1 == "sl" || NF < 10 || $4 == "02" || $4 == "03" || ($4 == "07" && kind ~ /^tcp/) || $3 ~ /:0000$/) continue
          row = space " " kind " " $2 " " $3
          if (!(row in seen) || seen[row] < round - 1) connection(space, kinds[kind], $2, $3, $4, $10, row)
          else if (row in waiting) resolve(row, $10, "")
          seen[row] = round
        }
        close(path)
      }
    }
    function connection(space, protocol, here, there, state, inode, row,  peer, own, inbound, port, key, pid, listener) {
      split(here, l, ":"); split(there, r, ":")
      peer = address(r[1]); own = address(l[1])
      if (peer == own || peer ~ /^127\./ || peer == "0000:0000:0000:0000:0000:0000:0000:0001") return
      if (protocol == "tcp" && peer == ssh[1] && hex(r[2]) == ssh[2] && hex(l[2]) == ssh[4]) return
      inbound = (space, protocol, l[2]) in listens
      listener = inbound ? listens[space, protocol, l[2]] : ""
      port = hex(inbound ? l[2] : r[2]); key = protocol " " (inbound ? "in" : "out") " " peer " " port
      if (!(key in ids)) {
        if (flows >= 4000) { if (!full++) print "!FLOWS"; return }
        ids[key] = ++flows
        pid = ownerOf(inode, listener)
        print "f", ids[key], key, hex(l[2]), hex(r[2]), state, pid, (pid == "-" ? "-" : process(pid))
        if (pid == "-") { unknown[key] = 1; waiting[row] = key }
      } else if (key in unknown) { waiting[row] = key; resolve(row, inode, listener) }
      count[key]++; grown[key] = 1
    }
    function resolve(row, inode, listener,  key, pid) {
      key = waiting[row]
      if (!(key in unknown)) { delete waiting[row]; return }
      pid = ownerOf(inode, listener); if (pid == "-") return
      print "p", ids[key], pid, process(pid); delete unknown[key]; delete waiting[row]
    }
    function counts(  key) { for (key in grown) print "k", ids[key], count[key]; split("", grown) }
    function sample(  i, row) {
      round++
      print "@" nonce, "S", (at = uptime())
      counters()
      for (i = 1; i <= spaceCount; i++) connections(space[i])
      if (round % 6 == 0) { counts(); for (row in seen) if (seen[row] < round - 1) { delete seen[row]; delete waiting[row] } }
    }
    function wait(  line) { line = ""; if ((asking | getline line) <= 0) line = ""; close(asking); return line }
    BEGIN {
      asking = "read -r line && echo \"$line\""
      big = arch ~ /^(s390|s390x|ppc|ppc64|sparc|sparc64|mips|mips64)$/
      split(contact, ssh, " "); kinds["tcp"] = "tcp"; kinds["tcp6"] = "tcp"; kinds["udp"] = "udp"; kinds["udp6"] = "udp"
      spaceCount = split(spaces, space, " "); if (!spaceCount) { spaceCount = 1; space[1] = "self" }
      begun = uptime()
      print "@" nonce, "BEGIN 1", begun, user; print "id", machine; print "name", name; print "boot", boot
      for (i = 1; i <= spaceCount; i++) listeners(space[i])
      asked = "t"
      while (1) {
        if (asked != "q") { sample(); print "@" nonce, "E"; fflush() }
        if (asked == "q" || at - begun >= seconds) break
        asked = wait(); if (asked == "") exit
      }
      print "@" nonce, "S", uptime(); counts(); print "@" nonce, "E"; print "@" nonce, "END", uptime(); fflush()
    }' 2>/dev/null
}

renice -n 19 -p $$ >/dev/null 2>&1
have ionice && ionice -c 3 -p $$ >/dev/null 2>&1
if [ "$(uname -s)" = Linux ]; then dwell
else now; echo "@$LF_NONCE BEGIN 1 $NOW $LF_USER"; echo "system $(uname -s)"; echo "@$LF_NONCE END $NOW"; fi
exit 0
