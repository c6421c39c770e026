# ---- FreeBSD: pkg only where its database is, as it would install itself otherwise -----------------------------------
freebsd_identity() { unix_identity; run 3 sysctl kern.hostuuid; }
freebsd_os() { run 3 uname -s; run 3 uname -r; run 3 uname -m; run 3 freebsd-version; run 2 sysctl machdep.bootmethod; }
freebsd_virtualisation() { run 3 sysctl kern.vm_guest security.jail.jailed; run 2 kenv -q smbios.system.maker; run 2 kenv -q smbios.system.product; run 2 kenv -q smbios.system.serial; }
freebsd_cpu() { run 3 sysctl hw.model hw.ncpu hw.clockrate kern.smp.cores kern.smp.threads_per_core; }
freebsd_memory() { run 3 sysctl hw.physmem; run 3 swapinfo -k; }
freebsd_block_devices() { run 5 geom disk list; }
freebsd_network() { run 4 ifconfig -a; }
freebsd_sockets() { unix_sockets; run 6 sockstat -46; }
freebsd_processes() { unix_processes -A -ww -o pid= -o ppid= -o user= -o rss= -o args=; }
freebsd_services() { run 6 service -e; }
freebsd_packages() { [ -r /var/db/pkg/local.sqlite ] && run 14 pkg query '%n|%v|%q'; }
freebsd_filesystems() { run 4 mount; run 5 df -kP -l; }
freebsd_utilisation() { unix_load; run 3 sysctl hw.physmem hw.pagesize vm.stats.vm.v_free_count vm.stats.vm.v_inactive_count vm.stats.vm.v_laundry_count vm.stats.vm.v_cache_count; }
