# ---- memory --------------------------------------------------------------------------------------------------------
# Lines of /proc/meminfo as they are: "MemTotal:       16265940 kB" (MemTotal, MemFree, MemAvailable, Buffers, Cached,
# SReclaimable, Shmem, SwapTotal, SwapFree, HugePages_Total, Hugepagesize).
collect_memory() {
  grep -E '^(MemTotal|MemFree|MemAvailable|Buffers|Cached|SReclaimable|Shmem|SwapTotal|SwapFree|HugePages_Total|Hugepagesize):' /proc/meminfo
}
