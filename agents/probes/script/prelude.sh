# ---- prelude: settings and the bounds every command below runs in -------------------------------------------------
# POSIX sh, read-only: no file is written, nothing is installed, nothing is left running. Settings arrive as three
# assignments before this line: LF_NONCE (frame marker), LF_SECTIONS (names, in order), LF_WINDOW_SECONDS.
LC_ALL=C; LANG=C; PATH=/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin
export LC_ALL LANG PATH
unset ENV BASH_ENV GREP_OPTIONS POSIXLY_CORRECT
set +e
LF_DEADLINE_SECONDS=25

have() { command -v "$1" >/dev/null 2>&1; }

# time since boot without a fork: NOW in seconds (1686.42), TICKS in hundredths (168642)
now() { NOW=0.00; IFS=' ' read -r NOW _ </proc/uptime; TICKS=$((${NOW%.*} * 100 + 1${NOW#*.} - 100)); }

# root, root by sudo, or an ordinary account
LF_USER=user
if [ "$(id -u)" = 0 ]; then LF_USER=root; [ -n "$SUDO_UID" ] && LF_USER=sudo; fi

# lim SECONDS COMMAND...: runs it bounded, by its section's time too, and without stdin; says so on a line of its own when
# time ran out
if timeout -k 1 1 true >/dev/null 2>&1; then
  bounded() { seconds=$1; shift; timeout -k 1 "$seconds" "$@" </dev/null 2>/dev/null; }
elif timeout -t 1 true >/dev/null 2>&1; then
  bounded() { seconds=$1; shift; timeout -t "$seconds" "$@" </dev/null 2>/dev/null; }
else
  # nothing here can bound a command: the section's own time does
  bounded() { shift; "$@" </dev/null 2>/dev/null; }
fi
lim() {
  now; left=$(((LF_SECTION_END - TICKS + 99) / 100)); asked=$1; shift
  [ "$left" -lt "$asked" ] && asked=$left
  if [ "$asked" -gt 0 ]; then bounded "$asked" "$@"; else false; fi
  case $asked:$? in [!1-9]*|*:124|*:137|*:143) printf '\n!TIMEOUT %s\n' "$1" ;; esac
}

# root_lim SECONDS COMMAND...: for root as lim; for an account that was refused a root shell (LF_LISTED) only when its sudoers
# list has exactly these words; else nothing runs
LF_LIST=; [ -n "$LF_LISTED" ] && [ "$LF_USER" = user ] && have sudo && sudo -n -l >/dev/null 2>&1 </dev/null && LF_LIST=yes
may_root() { [ "$LF_USER" != user ] || [ -n "$LF_LIST" ]; }
root_lim() {
  if [ "$LF_USER" != user ]; then lim "$@"; return; fi
  [ -n "$LF_LIST" ] || return 0
  root_seconds=$1; shift
  sudo -n -l "$@" >/dev/null 2>&1 </dev/null && lim "$root_seconds" sudo -n "$@"
}

# dump FILE...: "path:line" for every line of many small files, in one fork
dump() { grep -H '' "$@" /dev/null 2>/dev/null; }

# put KEY FILE: "key first-line" when the file can be read, without a fork
put() { line=; [ -r "$2" ] && read -r line <"$2"; [ -n "$line" ] && printf '%s %s\n' "$1" "$line"; }

# of_processes SUFFIX COMMAND...: COMMAND with /proc/<pid>SUFFIX of all processes: more than fit into one command line go in
# several, and no more than LF_MOST_PROCESSES are looked at
LF_MOST_PROCESSES=20000
count_processes() { LF_PROCESSES=$#; }
count_processes /proc/[0-9]*
of_processes() {
  suffix=$1; shift
  if [ "$LF_PROCESSES" -gt "$LF_MOST_PROCESSES" ]; then printf "%s$suffix\n" /proc/[0-9]* | head -n "$LF_MOST_PROCESSES" | xargs "$@"; else "$@" /proc/[0-9]*$suffix; fi
}
