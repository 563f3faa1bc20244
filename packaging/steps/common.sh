# shellcheck shell=sh
# What all steps share: where things are, which version this is, which time files get. Sourced.

say() { echo "==> $*"; }
die() {
    echo "error: $*" >&2
    exit 1
}

# Programs that must be there.
need() {
    for program in "$@"; do
        command -v "$program" > /dev/null || die "$program is needed and missing (on Debian: apt-get install $(package_of "$program"))"
    done
}
package_of() {
    case $1 in
        rsvg-convert) echo librsvg2-bin ;;
        dpkg-deb) echo dpkg ;;
        Xvfb | xvfb-run) echo xvfb ;;
        *) echo "$1" ;;
    esac
}

root=$(cd "${here:?}/.." && pwd -P)
out=$here/target
stage=$out/stage

# The version of the project, as Maven has it, and as Debian orders it: a snapshot comes before its release.
version=$(sed -n '/<artifactId>ivrea-parent</{n;s/.*<version>\(.*\)<\/version>.*/\1/p;}' "$root/pom.xml" | head -1)
[ -n "$version" ] || die "the version cannot be read from $root/pom.xml"
debian_version=$(echo "$version" | sed 's/-SNAPSHOT$/~snapshot/')

# Every file gets the time of the last commit, so that the same sources give the same packages. The caches that make Java
# start faster name the times of jars, so it is set before these are made.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2> /dev/null || date -d 2026-01-01Z +%s)}
export SOURCE_DATE_EPOCH
set_times() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

# Who answers for the packages: whoever builds them, as Debian's own tools ask for it. Without an answer, nobody: a name that
# cannot be a mail address by RFC 2606.
placeholder='Ivrea contributors <nobody@ivrea.invalid>'
maintainer=$placeholder
case ${DEBEMAIL:-} in
    '') ;;
    *'<'*) maintainer=$DEBEMAIL ;;
    *) maintainer="${DEBFULLNAME:-Ivrea contributors} <$DEBEMAIL>" ;;
esac
case $maintainer in
    *[/\\\&]*) die "DEBFULLNAME and DEBEMAIL must not hold / \\ or &" ;;
esac

architecture=$(dpkg --print-architecture 2> /dev/null || uname -m)
