# ---- cpu: folded on the host, as 256 threads would be 400 kB of text -----------------------------------------------
# Lines "key value"; a key without a value is left out:
#   model Intel(R) Xeon(R) … | threads 16 | sockets 2 | cores 8 | mhz 2599.998
# sockets and cores: from sysfs topology, else from "physical id"/"core id"; cores counts (socket, core) pairs.
collect_cpu() {
  awk -F ': *' '
    { key = $1; sub(/[ \t]+$/, "", key) }
    key == "processor" { threads++ }
    key == "physical id" { socket = $2; sockets[socket] = 1 }
    key == "core id" { cores[socket "/" $2] = 1 }
    key == "model name" && model == "" { model = $2 }
    (key == "Model Name" || key == "Hardware" || key == "cpu") && other == "" { other = $2 }
    (key == "cpu MHz" || key == "CPU MHz") && mhz == "" { mhz = $2 }
    END {
      if (model == "") model = other
      if (model != "") print "model " model
      print "threads " threads + 0
      for (i in sockets) s++; for (i in cores) c++
      if (s) print "cpuinfo-sockets " s; if (c) print "cpuinfo-cores " c
      if (mhz != "") print "mhz " mhz
    }' /proc/cpuinfo
  grep -H '' /sys/devices/system/cpu/cpu[0-9]*/topology/physical_package_id /sys/devices/system/cpu/cpu[0-9]*/topology/core_id 2>/dev/null | awk -F '[/:]' '
    { id = $6; value = $NF; if ($0 ~ /physical_package_id/) { if (value >= 0) { package[id] = value; sockets[value] = 1 } } else core[id] = value }
    END { for (id in core) if (id in package) cores[package[id] "/" core[id]] = 1; for (i in sockets) s++; for (i in cores) c++
      if (s) print "sockets " s; if (c) print "cores " c }'
  grep -q '^model name' /proc/cpuinfo || { have lscpu && lim 2 lscpu | awk -F ': *' '$1 == "Model name" || $1 == "CPU max MHz" { print ($1 == "Model name" ? "lscpu-model " : "lscpu-mhz ") $2 }'; }
}
