# ---- Solaris: never pfiles (it stops the process it looks at), never format ------------------------------------------
solaris_os() { run 3 uname -s; run 3 uname -r; run 3 uname -v; run 3 uname -p; run 2 head -n 1 /etc/release; }
solaris_virtualisation() { run 3 zonename; run 4 virtinfo -a; run 3 uname -i; run 3 prtconf -b; }
solaris_cpu() { run 4 kstat -p -m cpu_info; }
solaris_memory() { run 4 kstat -p unix:0:system_pages:physmem; run 2 pagesize; run 3 swap -l; }
solaris_block_devices() { run 6 iostat -En; }
solaris_network() { run 4 ifconfig -a; }
solaris_processes() { unix_processes -A -o pid= -o ppid= -o user= -o rss= -o args=; }
solaris_services() { run 6 svcs -aH -o state,fmri; }
solaris_packages() { if have pkg; then run 14 pkg list -Hv; else run 14 pkginfo -x; fi; }
solaris_filesystems() { run 4 mount -v; run 5 df -kP -l; }
solaris_utilisation() { unix_load; run 4 kstat -p unix:0:system_pages; run 2 pagesize; }
