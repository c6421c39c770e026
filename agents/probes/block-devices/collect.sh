# ---- block-devices: what sysfs shows to anyone; no device is opened ------------------------------------------------
# One line per disk, device-mapper or md device, then one per partition, fields parted by one space, "-" for none:
#   dev <kernel name> <512-byte sectors> <rotational 0|1|-> <slaves, comma-parted kernel names> <dm name> <dm uuid> <md level> <model, to the end of the line>
#   part <kernel name> <512-byte sectors> <parent kernel name>
# Devices of size 0, ram disks and floppies are left out.
collect_block_devices() {
  for path in /sys/block/*; do
    device=${path##*/}
    case $device in ram*|fd*|zram*|'*') continue ;; esac
    sectors=0; read -r sectors <"$path/size"; [ "${sectors:-0}" -gt 0 ] || continue
    rotational=-; read -r rotational <"$path/queue/rotational"
    slaves=; for slave in "$path"/slaves/*; do [ -e "$slave" ] && slaves="$slaves,${slave##*/}"; done
    name=-; uuid=-; level=-; model=-
    if [ -d "$path/dm" ]; then read -r name <"$path/dm/name"; read -r uuid <"$path/dm/uuid"; fi
    if [ -d "$path/md" ]; then read -r level <"$path/md/level"; fi
    if [ -r "$path/device/model" ]; then read -r model <"$path/device/model"; fi
    slaves=${slaves#,}
    printf 'dev %s %s %s %s %s %s %s %s\n' "$device" "$sectors" "${rotational:--}" "${slaves:--}" "${name:--}" "${uuid:--}" "${level:--}" "${model:--}"
    for part in "$path/$device"*; do
      [ -r "$part/partition" ] || continue
      sectors=0; read -r sectors <"$part/size"
      printf 'part %s %s %s\n' "${part##*/}" "$sectors" "$device"
    done
  done
}
