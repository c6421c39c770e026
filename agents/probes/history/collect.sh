# ---- history: up to 31 days of sysstat, read by the host's own sadf and folded here, so that only about 10 kB travel ----
#   archive atop|pcp <days> <first YYYYMMDD> <last YYYYMMDD> <bytes>                     other archives: named, not read
#   source sysstat | interval <most frequent seconds> | from <epoch> | to <epoch>       ("source none": no sysstat data)
# then for each metric with samples (ratios 0..1; rates in bytes or operations per second):
#   metric <name> <samples> <max> <sum>
#   bins <first bin> <count> <count> …   of bins that follow each other; "0 <n>" skips n empty ones. Ratios: bin floor(v/0.005),
#                                        200 at most; rates: smallest k with v <= 1.02^k, 0 for v <= 1
#   hour-mean, hour-max <168 codes>   hour of the week in UTC, Monday 00 first
#   hour-count <168 values>           left out when it is that of the metric before
#   days <YYYY-MM-DD>:<codes>…        mean and max of each day, in runs of days that follow each other
# A code is two digits to the base of 36: thousandths of a ratio, the bin of a rate; "--" where no sample fell.
# Metrics: cpuRatio (busy and steal), memRatio (1 - available/total), diskReadBytesPerSecond, diskWriteBytesPerSecond,
# diskOpsPerSecond, netInBytesPerSecond, netOutBytesPerSecond (the interfaces of the section utilisation).
# Each sample is the mean of its interval. The time a row is stamped with is the end of its interval.
collect_history() {
  ls -l /var/log/atop/atop_[0-9]* /var/log/pcp/pmlogger/*/[0-9]* | awk '
    { name = $NF; tool = (name ~ /\/atop_/) ? "atop" : "pcp"; sub(/.*\//, "", name); sub(/^atop_/, "", name); day = substr(name, 1, 8); if (day !~ /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]$/) next
      bytes[tool] += $5; if (!((tool, day) in seen)) { seen[tool, day] = 1; days[tool]++ }
      if (!(tool in first) || day < first[tool]) first[tool] = day; if (day > last[tool]) last[tool] = day }
    END { for (tool in days) printf "archive %s %d %s %s %.0f\n", tool, days[tool], first[tool], last[tool], bytes[tool] }'
  files=
  if have sadf; then files=$(ls -t /var/log/sa/sa[0-9]* /var/log/sysstat/sa[0-9]* 2>/dev/null | head -n 31); fi
  if [ -z "$files" ]; then echo 'source none'; return; fi
  nics=' '
  for path in /sys/class/net/*; do [ -e "$path/device" ] && nics="$nics${path##*/} "; done
  for file in $files; do lim 4 sadf -d "$file" -- -u -r -b -n DEV; done | awk -F ';' -v nics="$nics" -v total="$(awk '$1 == "MemTotal:" { print $2 }' /proc/meminfo)" '
    function days(y, m, d,  era, yoe, doy) {      # days since 1970-01-01
      if (m <= 2) y--; era = int(y / 400); yoe = y - era * 400
      doy = int((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + d - 1
      return era * 146097 + yoe * 365 + int(yoe / 4) - int(yoe / 100) + doy - 719468
    }
    function rateBin(v,  low, high, middle) {     # smallest k with v <= 1.02^k, by a table: not every awk has log()
      while (edge[edges] < v) { edge[edges + 1] = edge[edges] * 1.02; edges++ }
      low = 0; high = edges
      while (low < high) { middle = int((low + high) / 2); if (edge[middle] < v) low = middle + 1; else high = middle }
      return low
    }
    BEGIN { edge[0] = 1; edges = 0; digits = "0123456789abcdefghijklmnopqrstuvwxyz" }
    function code(metric, v,  n) {
      n = (metric ~ /Ratio$/) ? int(v * 1000 + 0.5) : (v <= 1) ? 0 : rateBin(v)
      if (n > 1295) n = 1295
      return substr(digits, int(n / 36) + 1, 1) substr(digits, n % 36 + 1, 1)
    }
    function add(metric, v,  bin) {
      if (v < 0) v = 0
      if (metric ~ /Ratio$/) { if (v > 1) v = 1; bin = int(v / 0.005 + 1e-9) }
      else if (v <= 1) bin = 0
      else bin = rateBin(v)
      samples[metric]++; sum[metric] += v; if (v > max[metric]) max[metric] = v
      bins[metric, bin]++; if (bin > top[metric]) top[metric] = bin
      hourCount[metric, hour]++; hourSum[metric, hour] += v; if (v > hourMax[metric, hour]) hourMax[metric, hour] = v
      dayCount[metric, day]++; daySum[metric, day] += v; if (v > dayMax[metric, day]) dayMax[metric, day] = v
    }
    function flush() { if (pending) { day = netDay; hour = netHour; add("netInBytesPerSecond", in_); add("netOutBytesPerSecond", out_) } pending = 0 }
    function number(text) { return (text == "-") ? "-" : sprintf("%.6g", text) }
    /^!TIMEOUT/ { print; next }
    /^#/ { flush(); split("", col); for (i = 1; i <= NF; i++) col[$i] = i; next }
    $2 <= 0 || NF < 5 || $3 !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/ || $4 ~ /RESTART/ { next }
    {
      number_ = days(substr($3, 1, 4) + 0, substr($3, 6, 2) + 0, substr($3, 9, 2) + 0)
      seconds = substr($3, 12, 2) * 3600 + substr($3, 15, 2) * 60 + substr($3, 18, 2)
      at = number_ * 86400 + seconds
      mid = at - $2 / 2; midDay = int(mid / 86400)
      hour = ((midDay + 3) % 7) * 24 + int((mid - midDay * 86400) / 3600)
      day = midDay
      if (!(day in dates)) { dates[day] = 1; if (!firstDay || day < firstDay) firstDay = day; if (day > lastDay) lastDay = day }
      if (!from || at - $2 < from) from = at - $2; if (at > to) to = at
      if ("%idle" in col) { if ($(col["CPU"]) == "-1") { intervals[$2]++; add("cpuRatio", (100 - $(col["%idle"]) - $(col["%iowait"])) / 100) } }
      else if ("kbmemfree" in col) {
        if (total > 0) { free = ("kbavail" in col) ? $(col["kbavail"]) : $(col["kbmemfree"]) + $(col["kbbuffers"]) + $(col["kbcached"]); add("memRatio", (total - free) / total) }
      }
      else if ("bread/s" in col) { add("diskReadBytesPerSecond", $(col["bread/s"]) * 512); add("diskWriteBytesPerSecond", $(col["bwrtn/s"]) * 512); add("diskOpsPerSecond", $(col["rtps"]) + $(col["wtps"])) }
      else if ("IFACE" in col) {
        nic = $(col["IFACE"])
        if (pending && at != netAt) flush()
        if (nic == "lo" || (nics != " " && !index(nics, " " nic " "))) next
        if (!pending) { pending = 1; netAt = at; netDay = day; netHour = hour; in_ = 0; out_ = 0 }
        if ("rxkB/s" in col) { in_ += $(col["rxkB/s"]) * 1024; out_ += $(col["txkB/s"]) * 1024 } else { in_ += $(col["rxbyt/s"]); out_ += $(col["txbyt/s"]) }
      }
    }
    function date(n,  z, era, doe, yoe, doy, mp, d, m) {
      z = n + 719468; era = int(z / 146097); doe = z - era * 146097
      yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
      doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100)); mp = int((5 * doy + 2) / 153); d = doy - int((153 * mp + 2) / 5) + 1
      m = mp < 10 ? mp + 3 : mp - 9
      return sprintf("%04d-%02d-%02d", yoe + era * 400 + (m <= 2), m, d)
    }
    END {
      flush()
      if (!to) { print "source none"; exit }
      for (i in intervals) if (intervals[i] > most) { most = intervals[i]; interval = i }
      print "source sysstat"; print "interval " (interval ? interval : 600); printf "from %.0f\nto %.0f\n", from, to
      n = split("cpuRatio memRatio diskReadBytesPerSecond diskWriteBytesPerSecond diskOpsPerSecond netInBytesPerSecond netOutBytesPerSecond", list, " ")
      for (k = 1; k <= n; k++) {
        metric = list[k]; if (!samples[metric]) continue
        printf "metric %s %d %s %s\nbins", metric, samples[metric], number(max[metric] + 0), sprintf("%.9g", sum[metric])
        following = -1
        for (b = 0; b <= top[metric] + 0; b++) {
          if (!((metric, b) in bins)) continue
          if (following < 0) printf " %d", b; else if (b > following) printf " 0 %d", b - following
          printf " %d", bins[metric, b]; following = b + 1
        }
        printf "\nhour-mean "; for (h = 0; h < 168; h++) printf "%s", ((metric, h) in hourCount) ? code(metric, hourSum[metric, h] / hourCount[metric, h]) : "--"
        printf "\nhour-max "; for (h = 0; h < 168; h++) printf "%s", ((metric, h) in hourCount) ? code(metric, hourMax[metric, h] + 0) : "--"
        counts = ""; for (h = 0; h < 168; h++) counts = counts " " (hourCount[metric, h] + 0)
        if (counts != former) printf "\nhour-count%s", counts
        former = counts
        printf "\ndays"; run = 0
        for (d = firstDay; d <= lastDay; d++) {
          if (!((metric, d) in dayCount)) { run = 0; continue }
          if (!run) printf " %s:", date(d)
          run = 1; printf "%s%s", code(metric, daySum[metric, d] / dayCount[metric, d]), code(metric, dayMax[metric, d] + 0)
        }
        printf "\n"
      }
    }'
}
