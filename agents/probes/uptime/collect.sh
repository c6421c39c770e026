# ---- uptime --------------------------------------------------------------------------------------------------------
#   uptime <seconds> <idle seconds> | btime <epoch seconds of the boot>
collect_uptime() {
  put uptime /proc/uptime
  grep '^btime ' /proc/stat
}
