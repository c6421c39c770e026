# ---- hardware: firmware, processors that could be added, memory modules, PCI functions by class, accelerators ------
# Lines "key value", a key without a value is left out (serials: root only):
#   bios-vendor, bios-version, bios-date, board-vendor, board-name, board-serial, chassis-type <SMBIOS number>, chassis-serial
# then, fields parted by one space, "-" for none:
#   node <number> <cpu list> <kB>
#   pci <class, 4 hex> <vendor, 4 hex> <device, 4 hex> <driver> <count>        functions that are alike are one line
#   memory-limit <text>, slots <count>, module <size> <unit> <type> <MT/s> <locator>|<maker>|<part>     root: dmidecode
#   nvidia <name>, <MiB>, <driver version> | npu <key : value>                 when the driver is loaded already
collect_hardware() {
  dmi=/sys/class/dmi/id
  put bios-vendor $dmi/bios_vendor; put bios-version $dmi/bios_version; put bios-date $dmi/bios_date
  put board-vendor $dmi/board_vendor; put board-name $dmi/board_name; put board-serial $dmi/board_serial
  put chassis-type $dmi/chassis_type; put chassis-serial $dmi/chassis_serial
  put cpus-possible /sys/devices/system/cpu/possible; put cpus-online /sys/devices/system/cpu/online
  put smt /sys/devices/system/cpu/smt/active
  # read by awk: dash reads byte by byte, which the kernel's CPU lists do not take
  awk '{ match(FILENAME, /node[0-9]+/); node = substr(FILENAME, RSTART + 4, RLENGTH - 4) }
    FILENAME ~ /cpulist$/ { cpus[node] = $1 } $3 == "MemTotal:" { print "node", node, (cpus[node] == "" ? "-" : cpus[node]), $4 }' /sys/devices/system/node/node[0-9]*/cpulist /sys/devices/system/node/node[0-9]*/meminfo
  pci_functions | awk '{ if (!($0 in count)) order[++kinds] = $0; count[$0]++ } END { for (i = 1; i <= kinds && i <= 200; i++) print "pci", order[i], count[order[i]] }'
  may_root && have dmidecode && [ -e /sys/firmware/dmi/tables/DMI ] && root_lim 3 dmidecode -t 16 -t 17 | memory_modules
  [ -e /proc/driver/nvidia/version ] && [ -e /dev/nvidiactl ] && have nvidia-smi && lim 5 nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv,noheader,nounits | awk '/^!/ { print; next } NF && NR <= 32 { print "nvidia", $0 }'
  [ -e /dev/davinci_manager ] && have npu-smi && lim 5 npu-smi info -l | awk '/^!/ { print; next } / : / && NR <= 100 { sub(/^[ \t]+/, ""); print "npu", $0 }'
}
pci_functions() {
  for path in /sys/bus/pci/devices/*; do
    [ -r "$path/class" ] || continue
    class=; vendor=; device=; driver=-
    read -r class <"$path/class"; read -r vendor <"$path/vendor"; read -r device <"$path/device"
    class=${class#0x}
    case $class in
      0[1-3]*|0b40*|0c04*|12*) [ -e "$path/driver" ] && { driver=$(cd -P "$path/driver" && pwd -P); driver=${driver##*/}; } ;;
      *) vendor=-; device=- ;;
    esac
    printf '%s\n' "${class%??} ${vendor#0x} ${device#0x} ${driver:--}"
  done
}
memory_modules() {
  awk '
    function flush() {
      if (!inside) return
      if (size ~ /^[0-9]+ [kMGT]?B$/) { modules++; if (modules <= 128) print "module", size, (type == "" ? "-" : type), speed + 0, locator "|" maker "|" part }
      size = ""; type = ""; speed = ""; locator = ""; maker = ""; part = ""
    }
    /^!/ { print; next }
    /^[^ \t]/ { flush(); inside = 0 }
    /^Memory Device/ { inside = 1; slots++ }
    { line = $0; sub(/^[ \t]+/, "", line); value = line; sub(/^[^:]*: */, "", value); sub(/ +$/, "", value) }
    line ~ /^Maximum Capacity:/ && !limited { print "memory-limit", value; limited = 1 }
    !inside { next }
    line ~ /^Size:/ { size = value } line ~ /^Type:/ { type = value; gsub(/ /, "_", type) }
    line ~ /^Speed:/ { speed = value } line ~ /^Locator:/ { locator = value }
    line ~ /^Manufacturer:/ { maker = value } line ~ /^Part Number:/ { part = value }
    END { flush(); if (slots) print "slots", slots }'
}
