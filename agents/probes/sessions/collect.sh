# ---- sessions: how many people are logged in and how, whether the system is whole; no names ------------------------
#   session remote|local|graphical|other <count>          from logind, else from who; this contact itself counts as one
#   users <count>                                          different people behind those sessions
#   accounts <count>                                       local accounts (uid 1000 up) that may open a shell
#   failed <count>                                         units of systemd that failed
#   reboot-required                                        an update waits for a restart
collect_sessions() {
  if [ -d /run/systemd/sessions ]; then
    # files only: what logind writes beside them are pipes, which would never end
    set --
    for path in /run/systemd/sessions/*; do [ -f "$path" ] && [ -r "$path" ] && set -- "$@" "$path"; done
    [ $# -gt 0 ] || set -- /dev/null
    awk '
      /^(CLASS|TYPE|REMOTE|UID)=/ { cut = index($0, "="); value[FILENAME, substr($0, 1, cut - 1)] = substr($0, cut + 1); files[FILENAME] = 1 }
      END {
        for (file in files) {
          if (value[file, "CLASS"] != "" && value[file, "CLASS"] !~ /^user/) continue
          type = value[file, "TYPE"]
          kind = value[file, "REMOTE"] == 1 ? "remote" : (type == "x11" || type == "wayland" || type == "mir") ? "graphical" : type == "tty" ? "local" : "other"
          count[kind]++; if (!(value[file, "UID"] in seen)) { seen[value[file, "UID"]] = 1; users++ }
        }
        for (kind in count) print "session", kind, count[kind]
        print "users", users + 0
      }' "$@"
  elif have who; then
    lim 2 who | awk '
      /^!/ { print; next } NF < 3 { next }
      { place = $NF; kind = ($2 ~ /^:/ || place ~ /^\(:/) ? "graphical" : (place ~ /^\(.+\)$/ || (place ~ /[.:]/ && place !~ /^[0-9]+:[0-9]+$/)) ? "remote" : "local"; count[kind]++; if (!($1 in seen)) { seen[$1] = 1; users++ } }
      END { for (kind in count) print "session", kind, count[kind]; print "users", users + 0 }'
  fi
  awk -F : '$3 >= 1000 && $3 < 60000 && $7 !~ /(nologin|false|sync|shutdown|halt)$/ { count++ } END { print "accounts", count + 0 }' /etc/passwd
  [ -d /run/systemd/system ] && lim 3 systemctl list-units --failed --no-legend --no-pager | awk '/^!/ { print; bad = 1; next } NF { count++ } END { if (!bad) print "failed", count + 0 }'
  [ -e /run/reboot-required ] && echo reboot-required
}
