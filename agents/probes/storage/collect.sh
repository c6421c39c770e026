# ---- storage: what lies under the block devices: volume groups, software RAID, paths, controllers, SAN, swap -------
# Fields parted by one space, "-" for none:
#   md <a line of /proc/mdstat>
#   path <dm name> <dm uuid> <paths> <paths running>                            multipath devices
#   controller <PCI class, 4 hex> <vendor> <device> <driver>                    RAID, SAS and SATA controllers, FC adapters
#   fc <host3> <port name> <state> <speed, to the end of the line> | fc-targets <count>
#   iscsi <state> <address|-> <port|-> <target name>
#   swap <file or partition> <type> <kB> <used kB> <priority>
#   btrfs <uuid> <devices> <label, to the end of the line> | zfs <name> | zpool <name> <bytes> <used> <free> <health> (tab)
# root, from the volume manager in its read-only mode, bytes, fields parted by "|", only when there are such volumes:
#   vg <name>|<size>|<free>|<physical>|<logical>    pv <device>|<vg>|<size>|<free>    lv <name>|<vg>|<size>|<kind>|<pool>
collect_storage() {
  [ -r /proc/mdstat ] && while read -r line; do case $line in Personalities*|unused*|'') ;; *) printf '%s\n' "md $line" ;; esac; done </proc/mdstat | head -n 200
  volumes=
  for path in /sys/block/dm-*/dm; do
    uuid=; name=; [ -r "$path/uuid" ] && read -r uuid <"$path/uuid"
    case $uuid in
      LVM-*) volumes=yes ;;
      mpath-*)
        read -r name <"$path/name"; paths=0; running=0
        for slave in "${path%/dm}"/slaves/*; do
          [ -e "$slave" ] || continue
          paths=$((paths + 1)); state=; read -r state <"$slave/device/state"; case $state in running|live) running=$((running + 1)) ;; esac
        done
        printf '%s\n' "path $name $uuid $paths $running" ;;
    esac
  done
  for path in /sys/bus/pci/devices/*; do
    class=; [ -r "$path/class" ] && read -r class <"$path/class"
    case $class in 0x010[467]*|0x0c04*) ;; *) continue ;; esac
    vendor=; device=; driver=-
    read -r vendor <"$path/vendor"; read -r device <"$path/device"; class=${class#0x}
    [ -e "$path/driver" ] && { driver=$(cd -P "$path/driver" && pwd -P); driver=${driver##*/}; }
    printf '%s\n' "controller ${class%??} ${vendor#0x} ${device#0x} ${driver:--}"
  done
  storage_network
  [ -r /proc/swaps ] && while read -r name type size used priority; do case $name in /*) printf '%s\n' "swap $name $type $size $used $priority" ;; esac; done </proc/swaps
  for path in /sys/fs/btrfs/*-*; do
    [ -d "$path/devices" ] || continue
    label=; read -r label <"$path/label"; set -- "$path"/devices/*
    printf '%s\n' "btrfs ${path##*/} $# $label"
  done
  if [ -d /proc/spl/kstat/zfs ]; then
    for path in /proc/spl/kstat/zfs/*/; do path=${path%/}; [ -d "$path" ] && printf '%s\n' "zfs ${path##*/}"; done
    have zpool && lim 4 zpool list -Hp -o name,size,allocated,free,health | awk '/^!/ { print; next } NF { print "zpool", $0 }'
  fi
  [ -n "$volumes" ] && may_root && volume_groups
}
storage_network() {
  for path in /sys/class/fc_host/host*; do
    [ -e "$path" ] || continue
    port=-; state=-; speed=-
    read -r port <"$path/port_name"; read -r state <"$path/port_state"; read -r speed <"$path/speed"
    printf '%s\n' "fc ${path##*/} $port $state $speed"
  done
  targets=0
  for path in /sys/class/fc_remote_ports/rport-*; do
    role=; [ -r "$path/roles" ] && read -r role <"$path/roles"
    case $role in *Target*) targets=$((targets + 1)) ;; esac
  done
  [ "$targets" -gt 0 ] && printf '%s\n' "fc-targets $targets"
  for path in /sys/class/iscsi_session/session*; do
    [ -r "$path/targetname" ] || continue
    target=-; state=-; address=-; port=-; number=${path##*/session}
    read -r target <"$path/targetname"; read -r state <"$path/state"
    connection=/sys/class/iscsi_connection/connection$number:0
    [ -r "$connection/persistent_address" ] && read -r address <"$connection/persistent_address"
    [ -r "$connection/persistent_port" ] && read -r port <"$connection/persistent_port"
    printf '%s\n' "iscsi $state ${address:--} ${port:--} $target"
  done
}
volume_groups() {
  have vgs || return
  root_lim 8 vgs --readonly --config 'devices/hints="none"' --noheadings --nosuffix --units b --separator '|' -o vg_name,vg_size,vg_free,pv_count,lv_count | awk '/^!/ { print; next } NF { sub(/^ +/, ""); print "vg", $0 }'
  root_lim 8 pvs --readonly --config 'devices/hints="none"' --noheadings --nosuffix --units b --separator '|' -o pv_name,vg_name,pv_size,pv_free | awk '/^!/ { print; next } NF { sub(/^ +/, ""); print "pv", $0 }'
  root_lim 8 lvs --readonly --config 'devices/hints="none"' --noheadings --nosuffix --units b --separator '|' -o lv_name,vg_name,lv_size,segtype,pool_lv | awk '/^!/ { print; next } NF { sub(/^ +/, ""); print "lv", $0 }'
}
