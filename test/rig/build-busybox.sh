#!/bin/sh
# A host of nothing but busybox and dropbear, from this machine's Debian packages: build-busybox.sh TARGET
set -eu
target=$1
[ ! -d "$target" ] || exit 0
part=$target.part
rm -rf "$part"
mkdir -p "$part/bin" "$part/sbin" "$part/usr/bin" "$part/usr/sbin" "$part/etc" "$part/root" "$part/home" "$part/var" "$part/tmp" "$part/lib64"
chmod 1777 "$part/tmp"
cp /bin/busybox "$part/bin/busybox"
for applet in $(/bin/busybox --list-full); do
  [ "$applet" = bin/busybox ] || { mkdir -p "$part/$(dirname "$applet")"; ln -s /bin/busybox "$part/$applet"; }
done
for program in /usr/sbin/dropbear /usr/bin/dropbearkey; do
  cp "$program" "$part$program"
  ldd "$program" | awk '{ for (i = 1; i <= NF; i++) if ($i ~ /^\//) print $i }' | while read -r library; do
    mkdir -p "$part$(dirname "$library")"
    cp -L "$library" "$part$library"
  done
done
printf 'root:x:0:0:root:/root:/bin/sh\n' >"$part/etc/passwd"
printf 'root:x:0:\nnogroup:x:65534:\n' >"$part/etc/group"
printf 'root:*:20000:0:99999:7:::\n' >"$part/etc/shadow"
chmod 600 "$part/etc/shadow"
printf '/bin/sh\n' >"$part/etc/shells"
mv "$part" "$target"
