# ---- packages: what the package manager lists as installed ---------------------------------------------------------
#   manager dpkg|rpm|apk       then one line per package: name|version|architecture
# rpm versions are [epoch:]version-release. No line at all: no known package manager.
collect_packages() {
  if [ -r /var/lib/dpkg/status ]; then
    echo 'manager dpkg'
    awk '
      function flush() { if (name != "" && status == "installed") print name "|" version "|" architecture; name = ""; status = ""; version = ""; architecture = "" }
      /^Package: / { name = $2 } /^Status: / { status = $NF } /^Version: / { version = $2 } /^Architecture: / { architecture = $2 }
      /^$/ { flush() } END { flush() }' /var/lib/dpkg/status
  elif have rpm; then
    echo 'manager rpm'
    lim 12 rpm -qa --qf '%{NAME}|%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}|%{ARCH}\n'
  elif [ -r /lib/apk/db/installed ]; then
    echo 'manager apk'
    awk '/^P:/ { name = substr($0, 3) } /^V:/ { version = substr($0, 3) } /^A:/ { architecture = substr($0, 3) } /^$/ { if (name != "") print name "|" version "|" architecture; name = "" } END { if (name != "") print name "|" version "|" architecture }' /lib/apk/db/installed
  fi
}
