# ---- software: what processes and packages alone cannot tell of databases, Java and servers built by hand -----------
#   exe <program> <pid>…            programs behind processes, resolved; those in /usr/bin, /usr/sbin, /bin, /sbin are left out
#   version <program> <first line>  what `program -V` says: only the programs named below, only under /usr/local and /opt, and only
#                                   when root owns them and every folder above them and nobody else may write there
#   file <path> <line>              PG_VERSION, the JDK's release, Tomcat's RELEASE-NOTES: the one line with the version
#   data <pid> du|df <kB> <folder>  size of a database's data folder; df: it could not be walked in time, its file system's use
#   conf corosync name|node <word>  and  conf keepalived address <word>     from their configuration
strict() { case $1 in *[!A-Za-z0-9._/@+-]*|*..*|*/./*|/|'') return 1 ;; /?*/?*) return 0 ;; *) return 1 ;; esac; }

# root owns it and all above it, and only root may write there
roots_own() {
  above=$1; set -- "$1"
  while [ "$above" != / ]; do above=${above%/*}; [ -n "$above" ] || above=/; set -- "$@" "$above"; done
  ls -ldnL "$@" | awk '$3 != 0 || substr($1, 6, 1) == "w" || substr($1, 9, 1) == "w" { bad = 1 } END { exit bad || NR < 2 }'
}
program_versions() {
  for program in $1; do
    strict "$program" || continue
    case $program in /usr/local/*|/opt/*) ;; *) continue ;; esac
    case ${program##*/} in
      nginx|httpd|apache2) flag=-v ;;
      postgres|mysqld|mariadbd|memcached) flag=-V ;;
      redis-server|valkey-server|mongod|etcd|prometheus|node_exporter|minio) flag=--version ;;
      haproxy) flag=-v ;;
      *) continue ;;
    esac
    roots_own "$program" || continue
    text=$(bounded 3 /bin/sh -c '"$0" "$1" 2>&1' "$program" "$flag" | head -n 1)
    [ -n "$text" ] && echo "version $program $text"
  done
}
# the one line with a version out of the files that hold it
version_files() {
  set --
  for program in $programs; do
    strict "$program" || continue
    case $program in
      */jre/bin/java) set -- "$@" "${program%/jre/bin/java}/release" ;;
      */bin/java) set -- "$@" "${program%/bin/java}/release" ;;
    esac
  done
  for home in $homes; do strict "$home" && set -- "$@" "$home/RELEASE-NOTES"; done
  for folder in $folders; do set -- "$@" "$folder/PG_VERSION"; done
  [ $# -gt 0 ] && grep -H -m 1 -E '^JAVA_VERSION=|Apache Tomcat Version [0-9]|^[0-9]+(\.[0-9]+)?$' "$@" /dev/null | awk '{ colon = index($0, ":"); print "file", substr($0, 1, colon - 1), substr($0, colon + 1) }'
}
# prints "pid folder" for each database: where its process stands, what its arguments say, or the packager's folder
data_folders() {
  while read -r pid name; do
    [ "$name" = java ] && continue
    folder=; standard=; flag=
    words=$(tr '\000' ' ' <"/proc/$pid/cmdline")
    case $name in
      postgres|postmaster|kingbase|gaussdb|mysqld|mariadbd|redis-server|valkey-server) folder=$(readlink "/proc/$pid/cwd") ;;
    esac
    case $name in
      mysqld|mariadbd) flag=--datadir=; standard=/var/lib/mysql ;;
      postgres|postmaster|kingbase|gaussdb) flag='-D ' ;;
      redis-server) flag='--dir '; standard=/var/lib/redis ;;
      valkey-server) flag='--dir '; standard=/var/lib/valkey ;;
      mongod) flag='--dbpath '; standard=$(sed -n 's/^[[:space:]]*dbPath:[[:space:]]*//p' /etc/mongod.conf /etc/mongodb.conf | head -n 1); standard=${standard:-/var/lib/mongodb} ;;
      dmserver) flag=path= ;;
      etcd) flag=--data-dir=; standard=/var/lib/etcd ;;
      influxd) flag='--engine-path '; standard=/var/lib/influxdb ;;
      clickhouse-serv) flag=--path=; standard=/var/lib/clickhouse ;;
      prometheus) flag=--storage.tsdb.path=; standard=/var/lib/prometheus ;;
      slapd) flag=; standard=/var/lib/ldap ;;
      *) continue ;;
    esac
    if { [ -z "$folder" ] || [ "$folder" = / ]; } && [ -n "$flag" ]; then
      folder=; case $words in *"$flag"*) folder=${words#*"$flag"}; folder=${folder%% *} ;; esac
      case $name in dmserver) folder=${folder%/*} ;; esac
    fi
    [ -n "$folder" ] || folder=$standard
    strict "$folder" && echo "$pid $folder"
  done
}
# prints one "data" line for each "pid folder"
folder_sizes() {
  while read -r pid folder; do
    group=; [ -r "/proc/$pid/cgroup" ] && while read -r line; do group=$group$line; done <"/proc/$pid/cgroup"
    base=; case $group in *docker*|*libpod*|*kubepods*|*crio-*) base=/proc/$pid/root ;; esac
    [ -d "$base$folder" ] || continue
    set -- "$base$folder"
    # tablespaces lie elsewhere: a link for each
    for space in "$base$folder"/pg_tblspc/*/. "$base$folder"/sys_tblspc/*/.; do [ -d "$space" ] && set -- "$@" "$space"; done
    sizes=$(bounded 3 du -skx "$@"); status=$?
    # 1: some of it may not be read (an ordinary account), or a file went away meanwhile (root)
    case $LF_USER:$status in *:0|root:1|sudo:1) ;; *) sizes= ;; esac
    kb=$(printf '%s\n' "$sizes" | awk 'NF { n++; kb += $1 } END { if (n) printf "%.0f", kb }')
    if [ -n "$kb" ]; then echo "data $pid du $kb $folder"
    else bounded 2 df -kP "$base$folder" | awk -v pid="$pid" -v folder="$folder" 'NR == 2 && $3 ~ /^[0-9]+$/ { print "data", pid, "df", $3, folder }'
    fi
  done
}
collect_software() {
  exes=$(of_processes /exe ls -l | awk '
    { arrow = index($0, " -> "); if (!arrow) next; target = substr($0, arrow + 4); sub(/ \(deleted\)$/, "", target)
      split(substr($0, index($0, "/proc/")), part, "/"); pid = part[3] }
    target !~ /^\/(usr\/)?s?bin\/[^\/]*$/ && target !~ /^\/(usr\/)?lib\/systemd\// && target ~ /^\// && target !~ / / { if (!(target in pids)) order[++n] = target; pids[target] = pids[target] " " pid }
    END { for (i = 1; i <= n && i <= 150; i++) print "exe", order[i] pids[order[i]] }')
  [ -n "$exes" ] && printf '%s\n' "$exes"
  programs=$(printf '%s\n' "$exes" | awk '{ print $2 }')
  # the first process of each database, and the Java programs, of which some are Tomcats
  masters=$(of_processes /status grep -H -E '^(Name|PPid):' | awk '
    { split($0, part, "/"); pid = part[3]; value = $2 } /:Name:/ { name[pid] = value; next } { parent[pid] = value }
    END { for (pid in name) if (name[pid] == "java" && j++ < 40) print pid, "java"; else if (name[pid] ~ /^(postgres|postmaster|kingbase|gaussdb|mysqld|mariadbd|redis-server|valkey-server|mongod|dmserver|etcd|influxd|clickhouse-serv|prometheus|slapd)$/ && name[parent[pid]] != name[pid] && n++ < 8) print pid, name[pid] }')
  pairs=; folders=; homes=
  case $masters in *' java'*)
    homes=$(printf '%s\n' "$masters" | while read -r pid name; do [ "$name" = java ] && echo "/proc/$pid/cmdline"; done | xargs grep -a -h -o -E 'catalina\.home=/[A-Za-z0-9._/@+-]+' | awk '{ sub(/^[^=]*=/, ""); if (!($0 in seen) && n++ < 8) print; seen[$0] = 1 }') ;;
  esac
  if [ -n "$masters" ]; then
    pairs=$(printf '%s\n' "$masters" | data_folders)
    folders=$(printf '%s\n' "$pairs" | awk '{ print $2 }')
  fi
  version_files
  program_versions "$programs"
  [ -r /etc/corosync/corosync.conf ] && awk '/^[[:space:]]*(cluster_name|ring0_addr)[[:space:]]*:/ { sub(/^[[:space:]]*/, ""); key = $0; sub(/[[:space:]]*:.*/, "", key); value = $0; sub(/^[^:]*:[[:space:]]*/, "", value); if (key == "cluster_name") print "conf corosync name", value; else if (key == "ring0_addr") print "conf corosync node", value }' /etc/corosync/corosync.conf
  [ -r /etc/keepalived/keepalived.conf ] && awk '/^[[:space:]]*#/ { next } /virtual_ipaddress/ { inside = 1; next } inside && /}/ { inside = 0 } inside && $1 ~ /^[0-9a-fA-F.:]+(\/[0-9]+)?$/ { print "conf keepalived address", $1 }' /etc/keepalived/keepalived.conf
  [ -n "$pairs" ] && printf '%s\n' "$pairs" | folder_sizes
  return 0
}
