# shellcheck shell=sh
# Turns folders into .deb and .tar.gz. Sourced.

# make_deb NAME TREE: a tree as it is to be installed. The control file, and scripts, come from packaging/debian/NAME.
make_deb() {
    name=$1
    tree=$2
    mkdir -p "$tree/DEBIAN"
    install -D -m 644 "$here/debian/$name/overrides" "$tree/usr/share/lintian/overrides/$name"
    size=$(du -k -s --apparent-size --exclude=DEBIAN "$tree" | cut -f 1)
    for file in "$here/debian/$name"/*; do
        [ "$file" != "$here/debian/$name/overrides" ] || continue
        target=$tree/DEBIAN/$(basename "$file" .in)
        sed "s/@VERSION@/$debian_version/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$size/; s/@MAINTAINER@/$maintainer/" \
            "$file" > "$target"
        case $target in
            */control | */conffiles) chmod 644 "$target" ;;
            *) chmod 755 "$target" ;;
        esac
    done
    (cd "$tree" && find . -type f ! -path './DEBIAN/*' -printf '%P\0' | LC_ALL=C sort -z | xargs -0 md5sum) \
        > "$tree/DEBIAN/md5sums"
    find "$tree" -type d -exec chmod 755 {} +
    set_times "$tree"
    dpkg-deb --root-owner-group "-Z${COMPRESSION:-xz}" --build "$tree" "$out/${name}_${debian_version}_$architecture.deb" \
        > /dev/null
}

# make_tar NAME TREE: the folder of that name and version. What links lead to is not renamed (S).
make_tar() {
    name=$1
    tree=$2
    base=$name-$version-linux-$architecture
    set_times "$tree"
    tar --sort=name --owner=0 --group=0 --numeric-owner --format=gnu --transform "s,^\.,$base,S" -C "$tree" -cf - . \
        | gzip -9 -n > "$out/$base.tar.gz"
}

# documents TREE NAME: what each Debian package says of itself.
documents() {
    documents=$1/usr/share/doc/$2
    mkdir -p "$documents"
    gzip -9 -n -c "$root/CHANGELOG.md" > "$documents/CHANGELOG.md.gz"
    # In the form that Debian's tools read.
    gzip -9 -n > "$documents/changelog.gz" << END
$2 ($debian_version) unstable; urgency=medium

  * What has changed is in CHANGELOG.md.gz.

 -- $maintainer  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")
END
    install -m 644 "$root/docs/installing.md" "$documents/"
}

# pages FOLDER PAGE...: manual pages as Asciidoctor makes them, with the day, and without what only groff on a colour
# terminal knows and what has no effect, of which mandoc complains.
pages() {
    folder=$1
    shift
    mkdir -p "$folder"
    for page in "$@"; do
        sed -e '/^\.if \\n\[\.g\]/,/^\.\\}$/d' -e '/^\.SH /{n;/^\.sp$/d;}' \
            -e "s/^\(\.TH \"[^\"]*\" \"1\" \)\"\"/\1\"$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)\"/" \
            "$page" > "$folder/$(basename "$page")"
    done
}

# manual TREE PAGE...: compressed, as Debian keeps them.
manual() {
    mkdir -p "$1/usr/share/man/man1"
    folder=$1/usr/share/man/man1
    shift
    for page in "$@"; do
        gzip -9 -n -c "$page" > "$folder/$(basename "$page").gz"
    done
}
