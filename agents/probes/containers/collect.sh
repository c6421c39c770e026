# ---- containers: control groups, what the runtime lists, and the limits this host lives in ------------------------
#   unit <name.service> <pid>…             processes of a systemd unit
#   group <runtime> <id, 12 digits|name> <pid>…    processes of a container; runtime: docker containerd crio podman lxc unknown
#   node kubernetes|k3s                    the kubelet's folder is there
#   cpu <quota µs|max|-1> <period µs>      only where this host is itself a control group (a container)
#   memory <bytes|max>
#   docker <id>|<image>|<status>|<names>   and   crictl <line of its table>
# podman is never asked: it writes its own state files even to list. Its containers show by their groups.
collect_containers() {
  of_processes /cgroup grep -H -E '^(0::|[0-9]+:(name=systemd|memory|pids):)' | awk '
    {
      split($0, part, "/"); pid = part[3]
      path = $0; sub(/^[^:]*:[^:]*:[^:]*:/, "", path)
      if (path == "/" || path == "" || (pid in done)) next
      n = split(path, s, "/"); id = ""; runtime = ""
      for (i = n; i > 1; i--) {
        word = s[i]; sub(/\.scope$/, "", word); head = ""
        if (word ~ /-[0-9a-f]+$/) { head = word; sub(/-[0-9a-f]+$/, "", head); sub(/.*-/, "", word) }
        if (length(word) == 64 && word !~ /[^0-9a-f]/) {
          id = substr(word, 1, 12)
          if (head == "libpod" || head == "libpod-conmon" || path ~ /libpod/) runtime = "podman"
          else if (head == "docker" || s[i - 1] == "docker") runtime = "docker"
          else if (head == "crio" || path ~ /crio-/) runtime = "crio"
          else if (head == "cri-containerd" || path ~ /kubepods/ || path ~ /containerd/) runtime = "containerd"
          else runtime = "unknown"
          break
        }
        if (word ~ /^lxc\.payload\./) { id = substr(word, 13); runtime = "lxc"; break }
        if (s[i - 1] == "lxc" && i > 2) { id = word; runtime = "lxc"; break }
      }
      if (runtime != "") { if (head ~ /conmon/) next; done[pid] = 1; key = "group " runtime " " id }
      else {
        unit = ""; for (i = n; i > 1; i--) if (s[i] ~ /\.service$/) { unit = s[i]; break }
        if (unit == "" || unit ~ /^user@/) next
        done[pid] = 1; key = "unit " unit
      }
      if (!(key in pids)) order[++count] = key
      pids[key] = pids[key] " " pid
    }
    END { for (i = 1; i <= count && i <= 1500; i++) print order[i] pids[order[i]] }'
  if [ -e /var/lib/rancher/k3s/agent ]; then echo 'node k3s'; elif [ -e /var/lib/kubelet ]; then echo 'node kubernetes'; fi
  put cpu /sys/fs/cgroup/cpu.max; put memory /sys/fs/cgroup/memory.max
  if [ -r /sys/fs/cgroup/cpu/cpu.cfs_quota_us ]; then
    quota=; period=; read -r quota </sys/fs/cgroup/cpu/cpu.cfs_quota_us; read -r period </sys/fs/cgroup/cpu/cpu.cfs_period_us; echo "cpu $quota $period"
    put memory /sys/fs/cgroup/memory/memory.limit_in_bytes
  fi
  if [ -S /var/run/docker.sock ] && [ -w /var/run/docker.sock ] && have docker; then
    DOCKER_CONFIG=/nonexistent lim 4 docker -H unix:///var/run/docker.sock ps -a --format '{{.ID}}|{{.Image}}|{{.Status}}|{{.Names}}' | awk '/^!/ { print; next } { print "docker " $0 }'
  fi
  if may_root && have crictl; then root_lim 4 crictl ps | awk '/^!/ { print; next } { print "crictl " $0 }'; fi
  return 0
}
