#!/bin/sh
# PID 1 of a rig host until it becomes the host's init: boot-host.sh NAME FOLDER LOWERDIRS
# Runs in namespaces of its own (net, mount, pid, uts, ipc). Everything it mounts ends with them.
set -eu
name=$1 folder=$2 lower=$3
root=$folder/root
hostname "$name"
mount -t overlay overlay -o "lowerdir=$lower,upperdir=$folder/up,workdir=$folder/work" "$root"
mkdir -p "$root/proc" "$root/sys" "$root/dev" "$root/run" "$root/tmp"
for file in passwd group shadow; do
  [ ! -s "$folder/seed/$file" ] || cat "$folder/seed/$file" >>"$root/etc/$file"
done
cp -a "$folder/seed/files/." "$root/"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
mount -t sysfs -o nosuid,nodev,noexec sysfs "$root/sys"
mount -t tmpfs -o nosuid,nodev,mode=755,size=64m tmpfs "$root/run"
mount -t tmpfs -o nosuid,mode=755,size=1m tmpfs "$root/dev"
for node in 'null c 1 3' 'zero c 1 5' 'full c 1 7' 'random c 1 8' 'urandom c 1 9' 'tty c 5 0'; do
  set -- $node
  mknod -m 666 "$root/dev/$1" "$2" "$3" "$4"
done
mkdir -p "$root/dev/pts" "$root/dev/shm" "$root/run/sshd"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
mount -t tmpfs -o nosuid,nodev,mode=1777,size=64m tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
ip link set lo up
# The parent now knows this process, plugs eth0 in and writes one line.
echo booting
read -r address prefix gateway address6 <"$folder/go"
ip addr add "$address/$prefix" dev eth0
ip -6 addr add "$address6/64" dev eth0 nodad
ip link set eth0 up
ip route add default via "$gateway"
if [ -x "$root/etc/rig/before-init" ]; then ROOT=$root FOLDER=$folder "$root/etc/rig/before-init"; fi
cd "$root"
pivot_root . .
/usr/lib/rig/busybox umount -l .
cd /
exec /usr/lib/rig/busybox env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb /usr/lib/rig/init </dev/null >/dev/null 2>&1
