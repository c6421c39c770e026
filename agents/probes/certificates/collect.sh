# ---- certificates: expiry of at most 40 certificate files; only files that everybody may read, so never a private key --
#   openssl yes|no
#   file folder|nginx|apache <path>     then, when openssl read it: notBefore=…, notAfter=…, subject=…, issuer=…, sha256 Fingerprint=…
# Candidates are files the configuration of nginx or Apache names, and *.crt, *.cer, *.cert, cert*.pem, fullchain*.pem in usual
# folders. Names with "key" or "priv" are left out. Of each file only the first certificate is read.
certificate_files() {
  grep -h -i -E '^[[:space:]]*(ssl_certificate|SSLCertificateFile)[[:space:]]' /etc/nginx/nginx.conf /etc/nginx/conf.d/* /etc/nginx/sites-enabled/* /usr/local/nginx/conf/nginx.conf /usr/local/nginx/conf/conf.d/* /usr/local/nginx/conf/vhost/* /etc/httpd/conf/httpd.conf /etc/httpd/conf.d/* /etc/apache2/sites-enabled/* /etc/apache2/conf-enabled/*
  for folder in /etc/nginx /etc/nginx/ssl /etc/nginx/cert /etc/nginx/certs /etc/nginx/conf.d /usr/local/nginx/conf /usr/local/nginx/conf/ssl /usr/local/nginx/conf/cert /etc/httpd/ssl /etc/httpd/conf/ssl /etc/httpd/conf.d /etc/apache2/ssl /etc/pki/tls/certs /etc/ssl /etc/ssl/certs /etc/letsencrypt/live/*; do
    for path in "$folder"/*.crt "$folder"/*.cer "$folder"/*.cert "$folder"/cert*.pem "$folder"/fullchain*.pem; do
      case $path in */'*'*|*/ca-bundle*|*/ca-certificates.crt|*/mozilla/*) ;; *) [ -f "$path" ] && echo "folder $path" ;; esac
    done
  done
}
collect_certificates() {
  openssl=no; have openssl && openssl=yes
  echo "openssl $openssl"
  certificate_files | awk '{ source = $1; if (tolower(source) == "ssl_certificate") source = "nginx"; else if (source != "folder") source = "apache"; path = $2; gsub(/[";\047]/, "", path); if (path !~ /^\/[A-Za-z0-9_.,@+\/-]+$/ || path ~ /\.\./ || tolower(path) ~ /key|priv/) next; if (path in seen) next; seen[path] = 1; print source, path }' | {
    # the root certificates of the system itself are links into one folder: not the certificates of this server
    count=0
    while read -r source path && [ "$count" -lt 40 ]; do
      [ -f "$path" ] || continue
      mode=$(ls -lLd "$path")
      case $mode in -??????r*) ;; *) continue ;; esac
      if [ "$source" = folder ] && [ "${path%/*}" = /etc/ssl/certs ] && [ -L "$path" ]; then continue; fi
      echo "file $source $path"; count=$((count + 1))
      [ "$openssl" = yes ] && lim 2 openssl x509 -in "$path" -noout -dates -subject -issuer -fingerprint -sha256 -nameopt RFC2253
    done
  }
}
