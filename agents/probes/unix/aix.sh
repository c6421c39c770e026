# ---- AIX: nothing that walks the device tree (prtconf takes seconds), never rmsock ----------------------------------
aix_identity() { unix_identity; run 3 lsattr -El sys0 -a os_uuid; }
aix_os() { run 3 uname -s; run 3 uname -v; run 3 uname -r; run 5 oslevel -s; run 3 uname -p; }
aix_virtualisation() { run 3 uname -L; run 3 uname -W; run 3 uname -M; run 3 uname -u; run 3 lparstat -i; }
aix_cpu() { run 3 lsdev -Cc processor; run 3 lsattr -El proc0; }
aix_memory() { run 3 lsattr -El sys0 -a realmem; run 3 lsps -s; }
aix_block_devices() {
  run 3 lspv
  for disk in $(lspv 2>/dev/null | awk 'NR <= 64 && $1 ~ /^hdisk[0-9]+$/ { print $1 }'); do run 2 lspv "$disk"; done
}
aix_network() { run 4 ifconfig -a; run 4 netstat -in; }
aix_processes() { unix_processes -A -o pid= -o ppid= -o user= -o rssize= -o args=; }
aix_services() { run 5 lssrc -a; }
aix_packages() { run 14 lslpp -Lcq; }
aix_filesystems() {
  run 4 mount
  set -- $(mount 2>/dev/null | awk 'NR > 2 && /^[ \t]/ && $3 !~ /^(procfs|namefs|autofs|nfs.*|cifs)$/ && $2 ~ /^\// { print $2 }')
  [ $# -gt 0 ] && run 5 df -kP "$@"
}
aix_utilisation() { unix_load; run 3 vmstat -v; }
