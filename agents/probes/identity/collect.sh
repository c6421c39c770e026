# ---- identity: who this machine is ---------------------------------------------------------------------------------
# Lines "key value"; a key without a value is left out.
#   hostname web01 | machine-id <32 hex> | boot-id <uuid> | product-uuid <uuid> (root) | clock <epoch seconds> <+0800>
#   fqdn web01.example.gov (bounded: it may ask a name server)
collect_identity() {
  printf 'hostname %s\n' "$(uname -n)"
  put machine-id /etc/machine-id
  put boot-id /proc/sys/kernel/random/boot_id
  put product-uuid /sys/class/dmi/id/product_uuid
  printf 'clock %s\n' "$(date '+%s %z')"
  fqdn=$(lim 2 hostname -f)
  case $fqdn in *.*) printf 'fqdn %s\n' "$fqdn" ;; esac
}
