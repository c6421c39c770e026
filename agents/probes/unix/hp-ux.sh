# ---- HP-UX: no disk is opened (diskinfo would), no Ignite report -----------------------------------------------------
hpux_identity() { unix_identity; run 3 getconf MACHINE_IDENT; }
hpux_os() { run 3 uname -s; run 3 uname -r; run 3 uname -m; }
hpux_virtualisation() { run 3 model; run 5 machinfo; }
hpux_cpu() { run 5 machinfo; run 5 ioscan -kFC processor; }
hpux_memory() { run 5 machinfo; run 4 swapinfo -d -m; }
hpux_network() {
  run 4 lanscan
  run 4 netstat -in
  for nic in $(netstat -in 2>/dev/null | awk 'NR > 1 && NR <= 64 && $1 ~ /^[a-z]+[0-9:]+\*?$/ { sub(/\*$/, "", $1); print $1 }'); do run 2 ifconfig "$nic"; done
}
hpux_processes() { unix_processes -e -o pid= -o ppid= -o user= -o args=; }
hpux_services() { run 3 ls /sbin/rc2.d /sbin/rc3.d; }
hpux_packages() { run 14 swlist -l product -a revision; }
hpux_filesystems() { run 4 mount -v; run 5 bdf -l; }
hpux_utilisation() { unix_load; }
