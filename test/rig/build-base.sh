#!/bin/sh
# One Debian release as a folder, built once: build-base.sh RELEASE PACKAGES(comma separated) TARGET
set -eu
release=$1 packages=$2 target=$3
[ ! -d "$target" ] || exit 0
mkdir -p "$target.tmpdir"
export TMPDIR="$target.tmpdir"
rm -rf "$target.part"
mmdebstrap --quiet --mode=root --variant=minbase --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "3"' \
  --include="$packages" "$release" "$target.part" http://deb.debian.org/debian
# Each host gets its own; these would make all of them one machine.
rm -f "$target.part"/etc/ssh/ssh_host_* "$target.part/etc/machine-id" "$target.part/etc/hostname"
rm -rf "$target.tmpdir"
mv "$target.part" "$target"
