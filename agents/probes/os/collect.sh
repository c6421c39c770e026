# ---- os: name, version, kernel -------------------------------------------------------------------------------------
# Lines "key value", then "path:line" for each release file there is (never sourced, only read):
#   system Linux | kernel 5.10.0-60.18.0.50.oe2203.x86_64 | architecture x86_64 | boot uefi|bios
#   /etc/os-release:ID="openEuler"
collect_os() {
  printf 'system %s\nkernel %s\narchitecture %s\n' "$(uname -s)" "$(uname -r)" "$(uname -m)"
  if [ -d /sys/firmware/efi ]; then echo 'boot uefi'; else echo 'boot bios'; fi
  release=/etc/os-release; [ -r "$release" ] || release=/usr/lib/os-release
  dump "$release" /etc/redhat-release /etc/centos-release /etc/openEuler-release /etc/kylin-release /etc/neokylin-release \
    /etc/.kyinfo /etc/uos-release /etc/os-version /etc/anolis-release /etc/SuSE-release /etc/debian_version /etc/alpine-release
}
