# ---- main: the sections one after the other, framed by lines only this contact can know ---------------------------
# Frame: "@<nonce> BEGIN 1 <uptime> root|sudo|user [platform]", "@<nonce> <section> <uptime>", "@<nonce> END <uptime>".
# A section the deadline left no time for is "@<nonce> <section> <uptime> skipped". One that is past its own time is ended
# with all it started, even when that hangs in the kernel, and closes with "!TIMEOUT <section>".

# the clock: wakes this shell once a second as long as it lives, so that it never waits for a section without end
clock() {
  while sleep 1; do
    parent=; read -r _ _ _ parent _ </proc/self/stat
    [ "$parent" = $$ ] || return
    kill -USR1 $$
  done
}

# "process parent" of all; and all that this shell has started, but the clock
parents() { printf '%s\n' /proc/[0-9]*/status | xargs grep -H '^PPid:' 2>/dev/null | sed 's|^/proc/||; s|/[^0-9]*| |'; }
descendants() {
  parents | awk -v self=$$ -v clock="$LF_CLOCK" '
    { parent[$1] = $2 }
    END { for (pid in parent) { if (pid == clock) continue; up = pid; for (steps = 0; steps < 50 && up > 1; steps++) { up = parent[up]; if (up == clock) break; if (up == self) { print pid; break } } } }'
}
end_section() {
  for signal in STOP KILL; do
    for child in $(descendants); do kill -$signal "$child" 2>/dev/null; done
  done
  wait "$LF_JOB" 2>/dev/null
  printf '\n!TIMEOUT %s\n' "$1"
}

# section NAME FUNCTION SECONDS BYTES: lines of 4,000 bytes at most, up to the byte budget, within the time budget
section() {
  now; LF_SECTION_END=$((TICKS + $3 * 100))
  if [ $((TICKS - LF_START)) -ge $((LF_DEADLINE_SECONDS * 100)) ]; then echo "@$LF_NONCE $1 $NOW skipped"; return; fi
  echo "@$LF_NONCE $1 $NOW"
  "$2" 2>/dev/null </dev/null | awk -v max="$4" '{ if (length($0) > 4000) $0 = substr($0, 1, 4000); size += length($0) + 1; if (size > max) { print "!TRUNCATED"; exit } print }' &
  LF_JOB=$!
  while :; do
    wait "$LF_JOB" 2>/dev/null
    kill -0 "$LF_JOB" 2>/dev/null || return 0
    now; if [ "$TICKS" -gt "$LF_SECTION_END" ]; then end_section "$1"; return; fi
  done
}

main() {
  renice -n 19 -p $$ >/dev/null 2>&1
  have ionice && ionice -c 3 -p $$ >/dev/null 2>&1
  now; LF_START=$TICKS
  echo "@$LF_NONCE BEGIN 1 $NOW $LF_USER$LF_PLATFORM"
  [ "$SYSTEM" = Linux ] && LF_FIRST_READING=$(reading 2>/dev/null)
  LF_TICKED=0; trap 'LF_TICKED=$((LF_TICKED + 1))' USR1
  clock >/dev/null 2>&1 & LF_CLOCK=$!
  for name in $LF_SECTIONS; do
    run_section "$name"
  done
  now; echo "@$LF_NONCE END $NOW"
  kill "$LF_CLOCK" 2>/dev/null
}

SYSTEM=$(uname -s); LF_PLATFORM=; LF_TICKED=0
if [ "$SYSTEM" = Linux ]; then main </dev/null; exit 0; fi
