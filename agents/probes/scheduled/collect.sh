# ---- scheduled: what starts by the clock; of a command only the paths in it, never its arguments -------------------
#   cron <file> <user|-> <schedule: five fields or @word, blanks as _> <program or path> …        three paths at most
#   every hourly|daily|weekly|monthly <script>              /etc/cron.daily and the like
#   timer <timer> <unit it starts|->                        systemd
#   at <count>                                              root
# Tables of single users (/var/spool/cron) are read by root only.
collect_scheduled() {
  set --
  for path in /etc/crontab /etc/anacrontab /etc/cron.d/* /var/spool/cron/crontabs/* /var/spool/cron/tabs/* /var/spool/cron/*; do
    case ${path##*/} in .*|*~|*.bak|*.rpmsave|*.dpkg-*) continue ;; esac
    [ -f "$path" ] && [ -r "$path" ] && set -- "$@" "$path"
  done
  [ $# -gt 0 ] && awk '
    /^[ \t]*(#|$)/ || /^[ \t]*[A-Za-z_][A-Za-z0-9_]*[ \t]*=/ || shown >= 400 { next }
    {
      spool = FILENAME ~ /^\/var\/spool/; user = "-"
      if (FILENAME ~ /anacrontab$/) { if (NF < 4) next; schedule = ($1 ~ /^@/ ? $1 : "every_" $1 "_days"); first = 4 }
      else if ($1 ~ /^@/) { schedule = $1; first = 2 }
      else { if (NF < 6) next; schedule = $1 "_" $2 "_" $3 "_" $4 "_" $5; first = 6 }
      if (spool) { user = FILENAME; sub(/.*\//, "", user) } else if (FILENAME !~ /anacrontab$/) user = $(first++)
      line = ""; paths = 0; bare = ""
      for (i = first; i <= NF && paths < 3; i++) {
        word = $i; gsub(/["\047();&|]/, "", word)
        if (bare == "" && word != "" && word !~ /^([-<>0-9].*|\[|.*=.*|test|command|cd|exec|if|then|export|nice)$/) bare = word ~ /^[A-Za-z._][A-Za-z0-9._-]*$/ ? word : "-"
        if (word ~ /^\/./ && word !~ /^\/dev\// && length(word) < 200 && !((NR, word) in seen)) { seen[NR, word] = 1; line = line " " word; paths++ }
      }
      if (!paths && bare != "" && bare != "-") line = " " bare
      shown++; print "cron", FILENAME, user, schedule line
    }' "$@"
  for folder in /etc/cron.hourly /etc/cron.daily /etc/cron.weekly /etc/cron.monthly; do
    for path in "$folder"/*; do [ -x "$path" ] && [ -f "$path" ] && printf '%s\n' "every ${folder##*.} ${path##*/}"; done
  done
  [ -d /run/systemd/system ] && lim 3 systemctl list-timers --all --no-legend --no-pager --full | awk '/^!/ { print; next } { for (i = 1; i <= NF; i++) if ($i ~ /\.timer$/) { print "timer", $i, (i < NF ? $(i + 1) : "-"); break } }'
  if [ "$LF_USER" != user ]; then
    jobs=0; for path in /var/spool/cron/atjobs/[a-zA-Z=]* /var/spool/at/[a-zA-Z=]*; do [ -f "$path" ] && jobs=$((jobs + 1)); done
    printf '%s\n' "at $jobs"
  fi
}
