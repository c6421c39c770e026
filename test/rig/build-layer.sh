#!/bin/sh
# Packages on top of a base, as an overlay layer built once: build-layer.sh BASE PACKAGES(space separated) TARGET
# Runs in a mount namespace of its own.
set -eu
base=$1 packages=$2 target=$3
[ ! -d "$target" ] || exit 0
part=$target.part
rm -rf "$part"
mkdir -p "$part/up" "$part/work" "$part/root"
mount -t overlay overlay -o "lowerdir=$base,upperdir=$part/up,workdir=$part/work" "$part/root"
root=$part/root
# No service starts while its package is installed.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/var/cache/apt/archives"
mkdir -p "$root/var/cache/apt/archives/partial"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
run() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }
run apt-get -q update >"$part/log" 2>&1 || { cat "$part/log" >&2; exit 1; }
run apt-get -q -y -o Acquire::Retries=3 install --no-install-recommends $packages >"$part/log" 2>&1 || { tail -n 30 "$part/log" >&2; exit 1; }
rm -f "$root/usr/sbin/policy-rc.d" "$root/etc/resolv.conf"
rm -rf "$root"/var/lib/apt/lists/*
umount "$root/var/cache/apt/archives" "$root/proc" "$root"
mv "$part/up" "$target"
rm -rf "$part"
