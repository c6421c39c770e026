# ---- mounts: storage that lies on other machines, what this one lends, inodes --------------------------------------
# Blanks in names stand as \040, fields are parted by one space:
#   mount <type> <source> <mount point>                     network mounts of now (mountinfo)
#   fstab <type> <source> <mount point> auto|noauto         also unmounted ones; options, and with them passwords, stay there
#   unit <type> <source> <mount point>                      mount units of systemd
#   map <map file> <key> <source>                           automounter; a map that is a program is not run
#   export <path> <client without options> …                /etc/exports
#   share <name>|<path>                                     Samba
#   space <kB> <used kB> <available kB> <mount point>       of a network mount that answered within two seconds
#   hung <mount point>                                      of one that did not: it is left alone
#   inodes <inodes> <used> <mount point, to the end of the line>        local file systems
# First each network mount is asked by a process of its own that holds nothing of this answer: one that hangs in the kernel
# can then be left behind; it ends by the kill that was sent it, once its server answers or the mount is given up.
collect_mounts() {
  network=; local_points=; count=0
  table=$(mount_table)
  set -f; IFS='
'
  for line in $table; do
    case $line in
      'mount '*) [ $((count += 1)) -le 200 ] && { printf '%s\n' "$line"; network="$network$line
"; } ;;
      'local '*\\*) ;;
      'local '*) local_points="$local_points${line#local }
" ;;
    esac
  done
  unset IFS; set +f
  configured_mounts
  local_inodes
  [ -n "$network" ] && network_space
}
mount_table() {
  source=/proc/self/mountinfo; [ -r $source ] || source=/proc/mounts
  awk '
    { if (FILENAME ~ /mountinfo/) { for (i = 7; i < NF; i++) if ($i == "-") break; type = $(i + 1); device = $(i + 2); point = $5 } else { type = $3; device = $1; point = $2 } }
    type ~ /^(nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|lustre|gpfs|9p|beegfs|glusterfs|ocfs2|fuse\.(sshfs|glusterfs|ceph|s3fs|rclone|davfs|juicefs|ossfs))$/ { print "mount", type, device, point; next }
    type ~ /^(ext[234]|xfs|btrfs|jfs|reiserfs|f2fs|zfs)$/ && !(device in seen) && ++locals <= 200 { seen[device] = 1; print "local", point }
    type == "overlay" && point == "/" { print "local /" }' $source
}
configured_mounts() {
  set --
  for path in /etc/fstab /etc/exports /etc/exports.d/*.exports /etc/samba/smb.conf /etc/auto.* /etc/auto.master.d/* /etc/autofs/auto.* /etc/systemd/system/*.mount; do [ -f "$path" ] && [ -r "$path" ] && set -- "$@" "$path"; done
  [ $# -gt 0 ] && awk '
    FNR == 1 { program = /^#!/; what = ""; point = ""; type = ""; share = "" }
    program || total > 400 || /^[ \t]*([#;]|$)/ { next }
    FILENAME == "/etc/fstab" {
      if ($3 ~ /^(nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|lustre|gpfs|9p|beegfs|glusterfs|fuse\.[a-z0-9]+)$/) { total++; print "fstab", $3, $1, $2, ("," $4 "," ~ /,noauto,/ ? "noauto" : "auto") }
      next
    }
    FILENAME ~ /exports$/ {
      line = "export " $1
      for (i = 2; i <= NF && i < 20; i++) { client = $i; sub(/\(.*/, "", client); if (client !~ /^-/) line = line " " (client == "" ? "*" : client) }
      total++; print line; next
    }
    FILENAME ~ /smb\.conf$/ {
      line = $0; sub(/^[ \t]+/, "", line)
      if (line ~ /^\[/) { share = substr(line, 2); sub(/\].*/, "", share) }
      else if (line ~ /^path[ \t]*=/ && share != "" && share != "printers" && share != "print$") { sub(/^[^=]*=[ \t]*/, "", line); total++; print "share", share "|" line }
      next
    }
    FILENAME ~ /\.mount$/ {
      cut = index($0, "="); key = substr($0, 1, cut - 1); value = substr($0, cut + 1); gsub(/ /, "\\040", value)
      if (key == "What") what = value; else if (key == "Where") point = value; else if (key == "Type") type = value
      if (what != "" && point != "" && type != "" && (type ~ /^(nfs4?|cifs|smb3|ceph|lustre|glusterfs)$/)) { total++; print "unit", type, what, point; what = "" }
      next
    }
    FILENAME !~ /auto\.master/ {
      map = FILENAME; sub(/.*\//, "", map)
      for (i = 2; i <= NF; i++) if ($i ~ /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\]):\// || $i ~ /^:\/\//) { total++; print "map", map, $1, $i }
    }' "$@"
}
local_inodes() {
  set -f; IFS='
'
  set -- $local_points
  unset IFS; set +f
  [ $# -gt 0 ] && lim 3 df -iP "$@" | awk '/^!/ { print; next } NR > 1 && $(NF - 1) ~ /%$/ && $(NF - 4) > 0 { total = $(NF - 4); used = $(NF - 3); point = $0; sub(/^.*[0-9]%[ \t]+/, "", point); print "inodes", total, used, point }'
}
network_space() {
  points=$(printf '%s\n' "$network" | awk '$4 !~ /\\/ && !($3 in seen) && asked < 12 { seen[$3] = 1; asked++; print $4 }')
  set -f; IFS='
'
  set -- $points
  unset IFS; set +f
  [ $# -gt 0 ] || return
  children=
  for point in "$@"; do df -kP "$point" </dev/null >/dev/null 2>&1 & children="$children $!"; done
  now; asked_at=$TICKS
  while :; do
    alive=; for child in $children; do kill -0 "$child" && alive="$alive $child"; done
    now; { [ -z "$alive" ] || [ $((TICKS - asked_at)) -ge 200 ]; } && break
    sleep 0.1 || sleep 1
  done
  answering=
  for child in $children; do
    if kill -0 "$child"; then kill -9 "$child"; printf '%s\n' "hung $1"; else answering="$answering$1
"; fi
    shift
  done
  set -f; IFS='
'
  set -- $answering
  unset IFS; set +f
  [ $# -gt 0 ] && lim 2 df -kP "$@" | awk '/^!/ { print; next } NR > 1 && $(NF - 1) ~ /%$/ { print "space", $(NF - 4), $(NF - 3), $(NF - 2), $NF }'
}
