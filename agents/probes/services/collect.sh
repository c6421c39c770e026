# ---- services: units and whether they start by themselves; no init script is run -----------------------------------
#   manager systemd|chkconfig|openrc|rc
#   unit <name.service> <load> <active> <sub>                                   (systemd: loaded units)
#   file <name> enabled|disabled|static|masked|generated|…                      (systemd: unit files; else: start scripts)
collect_services() {
  if [ -d /run/systemd/system ]; then
    echo 'manager systemd'
    lim 5 systemctl list-units --type=service --all --no-legend --no-pager --full | awk '{ sub(/^[^A-Za-z0-9!@_.-]+/, "") } /^!/ { print; next } NF >= 4 { print "unit", $1, $2, $3, $4 }'
    lim 5 systemctl list-unit-files --type=service --no-legend --no-pager --full | awk '/^!/ { print; next } NF >= 2 { print "file", $1, $2 }'
  elif have chkconfig; then
    echo 'manager chkconfig'
    lim 5 chkconfig --list | awk '/^!/ { print; next } /0:/ { print "file", $1, ($0 ~ /[35]:on/ ? "enabled" : "disabled") }'
  elif [ -d /etc/runlevels ]; then
    echo 'manager openrc'
    for path in /etc/runlevels/default/* /etc/runlevels/boot/*; do [ -e "$path" ] && echo "file ${path##*/} enabled"; done
  else
    echo 'manager rc'
    for path in /etc/rc3.d/S[0-9][0-9]* /etc/rc5.d/S[0-9][0-9]*; do [ -e "$path" ] && { name=${path##*/S}; echo "file ${name#??} enabled"; }; done | sort -u
  fi
}
