# ---- utilisation: two readings of the kernel's counters, LF_WINDOW_SECONDS apart at least ------------------------
# Twice (the first was read when the script began), each starting with "t":
#   t <seconds since boot>
#   cpu <user> <nice> <system> <idle> <iowait> <irq> <softirq> <steal>          clock ticks, all threads
#   mem <total kB> <available kB>                         available as the kernel says, else free+buffers+cached+reclaimable-shared
#   load <1-minute load> …                                /proc/loadavg; only the first number is read
#   disk <name> <reads> <sectors read> <writes> <sectors written>               512-byte sectors; whole disks only, no dm or md
#   net <name> <bytes in> <bytes out>                                           hardware interfaces; if none, all but lo
reading() {
  now; echo "t $NOW"
  awk '$1 == "cpu" { print "cpu", $2, $3, $4, $5, $6 + 0, $7 + 0, $8 + 0, $9 + 0; exit }' /proc/stat
  awk '{ v[$1] = $2 } END { a = v["MemAvailable:"]; if (a == "") a = v["MemFree:"] + v["Buffers:"] + v["Cached:"] + v["SReclaimable:"] - v["Shmem:"]; printf "mem %.0f %.0f\n", v["MemTotal:"], a }' /proc/meminfo
  put load /proc/loadavg
  disks=' '
  for path in /sys/block/*; do
    case ${path##*/} in loop*|ram*|zram*|sr*|fd*|dm-*|md*|nbd*) continue ;; esac
    disks="$disks${path##*/} "
  done
  awk -v disks="$disks" 'index(disks, " " $3 " ") { print "disk", $3, $4, $6, $8, $10 }' /proc/diskstats
  nics=' '
  for path in /sys/class/net/*; do [ -e "$path/device" ] && nics="$nics${path##*/} "; done
  awk -v nics="$nics" 'NR > 2 { sub(/:/, " "); if ($1 != "lo" && (nics == " " || index(nics, " " $1 " "))) print "net", $1, $2, $10 }' /proc/net/dev
}
collect_utilisation() {
  printf '%s\n' "$LF_FIRST_READING"
  now; left=$((LF_WINDOW_SECONDS * 100 - TICKS + LF_START))
  [ "$left" -gt 0 ] && sleep $(((left + 99) / 100))
  reading
}
