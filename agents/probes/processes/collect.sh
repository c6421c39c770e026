# ---- processes: user-space processes, without the kernel's threads and without this script -------------------------
#   P <pid> <ppid> <user or uid> <resident kB> <name, to the end of the line>
#   total <processes and kernel threads of the host>     only when it has more than are listed here
#   C <pid> <command line, arguments parted by spaces, first 2,000 bytes>        (only when it can be read)
# Secrets in command lines are masked by the scanner before anything is stored.
collect_processes() {
  [ "$LF_PROCESSES" -gt "$LF_MOST_PROCESSES" ] && echo "total $LF_PROCESSES"
  { sed 's/^/U /' /etc/passwd
    of_processes /status grep -H -E '^(Name|PPid|Uid|VmRSS):' | sed 's/^/S /'
    of_processes /cmdline grep -a -H '' | tr '\000' ' ' | cut -c 1-2100 | sed 's/^/A /'
  } | awk -v self=$$ '
    /^U / { split(substr($0, 3), u, ":"); if (!(u[3] in user)) user[u[3]] = u[1]; next }
    { text = substr($0, 3); colon = index(text, ":"); split(text, part, "/"); pid = part[3]; rest = substr(text, colon + 1) }
    /^S / {
      if (!(pid in seen)) { seen[pid] = 1; order[++count] = pid }
      field = rest; sub(/:.*/, "", field); value = substr(rest, length(field) + 2); sub(/^[ \t]+/, "", value)
      if (field == "Name") comm[pid] = value
      else if (field == "PPid") parent[pid] = value
      else if (field == "Uid") { split(value, ids, "\t"); uid[pid] = ids[1] }
      else if (field == "VmRSS") { sub(/ .*/, "", value); rss[pid] = value }
      next
    }
    /^A / { if (pid in command) command[pid] = command[pid] " " rest; else command[pid] = rest }
    function ours(pid,  steps) { for (steps = 0; steps < 50 && pid > 1; steps++) { if (pid == self) return 1; pid = parent[pid] } return 0 }
    END {
      for (i = 1; i <= count; i++) {
        pid = order[i]
        if (!(pid in rss) || ours(pid)) continue
        print "P", pid, parent[pid], ((uid[pid] in user) ? user[uid[pid]] : uid[pid]), rss[pid], comm[pid]
        line = substr(command[pid], 1, 2000); sub(/ +$/, "", line)
        if (line != "") print "C", pid, line
      }
    }'
  [ "$LF_PROCESSES" -gt "$LF_MOST_PROCESSES" ] && echo '!TRUNCATED'
}
