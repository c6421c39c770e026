# A host that answers from a record, with next to no work of its own: sshd's ForceCommand in the second regime of the scan bench.
#   emulate-host.sh FOLDER
# FOLDER/wait: seconds each answer takes. FOLDER/probe, FOLDER/setup: answers recorded on this very server; the first contact
# runs the real thing and records it. Replaced are the probe's run and the run of Ansible's module, once each; everything else
# that Ansible asks for (its folders, the transfer of the module, its removal) is done as asked.
folder=$1
answer_after() {
  read -r seconds <"$folder/wait"
  [ "$seconds" = 0 ] || sleep "$seconds"
}

case $SSH_ORIGINAL_COMMAND in
*'/bin/sh -s')
  IFS= read -r settings
  nonce=${settings#*\'}; nonce=${nonce%%\'*}
  if [ ! -r "$folder/probe" ]; then
    { printf '%s\n' "$settings"; cat; } | /bin/sh -s >"$folder/probe.raw"
    read -r machine </etc/machine-id
    sed "s/$nonce/@nonce@/g; s/$machine/@machine@/g; s/$(uname -n)/@name@/g" "$folder/probe.raw" >"$folder/probe.new"
    mv "$folder/probe.new" "$folder/probe"
    cat "$folder/probe.raw"
    exit
  fi
  answer_after
  IFS='. '; set -- $SSH_CONNECTION
  # client address and port, then the address and port of this host
  machine=$(printf '%08x%08x%08x%08x' "$6" "$7" "$8" "$9")
  sed "s/@nonce@/$nonce/g; s/@machine@/$machine/g; s/@name@/host-$8-$9/g" "$folder/probe" ;;
*python3*AnsiballZ_setup.py*)
  if [ ! -r "$folder/setup" ]; then
    /bin/sh -c "$SSH_ORIGINAL_COMMAND" >"$folder/setup.new"
    mv "$folder/setup.new" "$folder/setup"
  else
    answer_after
  fi
  cat "$folder/setup" ;;
*sftp-server) exec $SSH_ORIGINAL_COMMAND ;;
*) exec /bin/sh -c "$SSH_ORIGINAL_COMMAND" ;;
esac
