# ---- other Unix systems: Linux hosts have ended before this line ---------------------------------------------------
# A section holds the words of the system's own commands: "$ <command>" and the lines it printed. Sections are read by
# agents/probes/unix. UNIX95 makes ps of HP-UX take the options of POSIX; elsewhere it means nothing.
PATH=/usr/xpg4/bin:$PATH:/usr/contrib/bin:/opt/ignite/bin; UNIX95=1; export PATH UNIX95
LF_USER=user
if [ "$(id -u)" = 0 ]; then LF_USER=root; [ -n "$SUDO_UID" ] && LF_USER=sudo; fi

# no clock without a fork here: the seconds this shell was woken for
now() { NOW=$LF_TICKED.00; TICKS=$((LF_TICKED * 100)); }
clock() {
  shown=$(ps -o ppid= -o args= -p $$)
  while sleep 1; do
    [ "$(ps -o ppid= -o args= -p $$)" = "$shown" ] || return
    kill -USR1 $$
  done
}
parents() { ps -A -o pid= -o ppid=; }

# run SECONDS COMMAND...: names it, then runs it within its bound
run() { seconds_=$1; shift; printf '$ %s\n' "$*"; lim "$seconds_" "$@"; }

unix_identity() {
  printf 'hostname %s\n' "$(uname -n)"
  printf 'clock-utc %s\n' "$(date -u '+%Y-%m-%dT%H:%M:%SZ')"
}
unix_uptime() { run 3 ps -o etime= -p 1; }
unix_load() { run 3 uptime; run 6 vmstat 2 2; }
# the shell's own number, so that this script is not taken for the host's work
unix_processes() { echo "self $$"; run 8 ps "$@"; }
unix_sockets() { echo "contact $SSH_CONNECTION"; run 8 netstat -an; }
