# ---- the systems this script knows, each with its own sections; any other says only who it is ------------------------
case $SYSTEM in
  AIX) LF_PLATFORM=' aix' ;;
  SunOS) LF_PLATFORM=' solaris' ;;
  HP-UX) LF_PLATFORM=' hpux' ;;
  FreeBSD) LF_PLATFORM=' freebsd' ;;
  *) LF_SECTIONS='identity os' ;;
esac
main </dev/null
exit 0
