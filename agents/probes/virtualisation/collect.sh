# ---- virtualisation: physical, virtual or container ----------------------------------------------------------------
# Lines "key value"; a key without a value is left out:
#   detect kvm|vmware|none|… (systemd-detect-virt) | container lxc|docker (detected or marker file)
#   vendor, product, serial (root), board: from /sys/class/dmi/id | model: device tree (ARM)
#   hypervisor-type xen | cpu-flag hypervisor | modules vmw_balloon virtio_blk … (only the telling ones)
collect_virtualisation() {
  have systemd-detect-virt && printf 'detect %s\n' "$(lim 2 systemd-detect-virt | head -n 1)"
  put container /run/systemd/container
  [ -e /.dockerenv ] && echo 'container docker'
  [ -e /run/.containerenv ] && echo 'container podman'
  [ -e /proc/vz ] && [ ! -e /proc/bc ] && echo 'container openvz'
  put vendor /sys/class/dmi/id/sys_vendor
  put product /sys/class/dmi/id/product_name
  put serial /sys/class/dmi/id/product_serial
  put board /sys/class/dmi/id/board_vendor
  [ -r /proc/device-tree/model ] && printf 'model %s\n' "$(tr -d '\000' </proc/device-tree/model)"
  put hypervisor-type /sys/hypervisor/type
  grep -q '^flags.* hypervisor' /proc/cpuinfo && echo 'cpu-flag hypervisor'
  awk '$1 ~ /^(vmw_balloon|vmw_pvscsi|vmxnet3|hv_vmbus|hv_netvsc|virtio_blk|virtio_net|virtio_pci|xen_blkfront|xen_netfront|vboxguest)$/ { found = found " " $1 } END { if (found) print "modules" found }' /proc/modules
}
