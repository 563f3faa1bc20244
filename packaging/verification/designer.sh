# shellcheck shell=bash
# The package of the designer, and its .tar.gz, on a display of its own. Pictures of what it shows are kept. Sourced.

verify_designer() {
    need Xvfb xdotool convert
    new_root designer
    open_display
    check designer "apt installs the .deb" install_package "$out/ivrea-designer_${debian_version}_$architecture.deb"
    check designer "the menu entry is right, its icon is there" designer_menu
    check designer "the licences of all jars are told" licences_told "$place/usr/share/doc/ivrea-designer/copyright" \
        "$place/usr/lib/ivrea-designer/lib/app"
    check designer "the start-up cache is used" designer_cache
    check designer "it starts, and greets" designer_starts
    check designer "a double-click on a flow opens its project" designer_flow
    check designer "a double-click on a package asks where to unpack it" designer_package
    check designer "removal and purge leave nothing behind" designer_purged
    check designer "the .tar.gz runs from another folder" designer_tar
}

open_display() {
    local file=$work/display
    rm -f "$file"
    mkdir -p "$work/screen"
    # A screen of a file, which is a picture of itself.
    Xvfb -displayfd 3 -screen 0 1440x900x24 -fbdir "$work/screen" -nolisten tcp -ac 3> "$file" 2> "$work/log/Xvfb.log" &
    started $!
    until_true 20 test -s "$file" || die "Xvfb does not start, see $work/log/Xvfb.log"
    display=:$(cat "$file")
    mount_at "$place/tmp/.X11-unix" --bind /tmp/.X11-unix
}

picture() {
    convert "xwd:$work/screen/Xvfb_screen0" "$work/log/$1.png"
    echo "The picture is in $work/log/$1.png"
}

# drawn PICTURE: there is something, on more of the black screen than the pointer takes, and it is as it was the last time
# that this was asked.
drawn() {
    local before
    before=$(sha256sum < "$work/log/$1.png" || true)
    picture "$1"
    [ "$(convert "$work/log/$1.png" -colorspace gray -format '%[fx:mean > 0.2 && standard_deviation > 0.02]' info:)" = 1 ] \
        && [ "$(sha256sum < "$work/log/$1.png")" = "$before" ]
}

# shows TITLE: a window of that title is there.
shows() { DISPLAY=$display xdotool search --onlyvisible --name "$1"; }

# while_shown PICTURE TITLE COMMAND...: starts it, waits for the window and its drawing, and ends it.
while_shown() {
    local name=$1 title=$2
    shift 2
    as_user tester "$@" &
    ends_when looks_at "$name" "$title"
}
looks_at() { until_true 120 shows "$2" && until_true 60 drawn "$1"; }

# ends_when COMMAND...: ends the designer after it, whatever it says.
ends_when() {
    local code=0
    "$@" || code=$?
    end_processes ivrea-designer || code=$?
    wait
    return "$code"
}

designer_menu() {
    install_in_root desktop-file-utils shared-mime-info libglib2.0-bin
    in_root desktop-file-validate /usr/share/applications/ivrea-designer.desktop
    [ -s "$place/usr/share/icons/hicolor/48x48/apps/ivrea-designer.png" ]
    in_root update-desktop-database
    in_root update-mime-database /usr/share/mime
    gzip -t "$place/usr/share/man/man1/ivrea-designer.1.gz"
}

# In this mode Java refuses to start rather than to go without.
designer_cache() {
    local classpath
    classpath=$(sed -n 's,^app.classpath=$APPDIR,/usr/lib/ivrea-designer/lib/app,p' \
        "$place/usr/lib/ivrea-designer/lib/app/ivrea-designer.cfg" | paste -s -d :)
    as_user tester /usr/lib/ivrea-designer/lib/runtime/bin/java -XX:+UseSerialGC -XX:AOTMode=on \
        -XX:AOTCache=/usr/lib/ivrea-designer/lib/app/ivrea-designer.aot --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow -classpath "$classpath" -version
}

designer_starts() { while_shown designer-welcome '^Ivrea' ivrea-designer; }

# `gio open` is what the file manager does.
designer_flow() {
    cp -R "$root/flows-samples/main-menu" "$place/home/tester/shop"
    in_root chown -R tester: /home/tester/shop
    [ "$(content_type shop/flows/main.flow.json)" = application/x-ivrea-flow+json ]
    while_shown designer-flow 'Example Shop' gio open /home/tester/shop/flows/main.flow.json
}
content_type() {
    as_user tester gio info -a standard::content-type "/home/tester/$1" | sed -n 's/.*content-type: //p'
}

# A package as the runtime makes it: the designer asks where to unpack it, and opens what it has unpacked.
designer_package() {
    local tool=$work/tool
    rm -rf "$tool"
    dpkg-deb -x "$out/ivrea_${debian_version}_$architecture.deb" "$tool"
    echo "a passphrase of the verification" > "$tool/passphrase"
    "$tool/usr/lib/ivrea/bin/ivrea" keys new "$tool/key" --passphrase-file "$tool/passphrase"
    "$tool/usr/lib/ivrea/bin/ivrea" pack "$root/flows-samples/bank" --release 1.0.0 --key "$tool/key" \
        --passphrase-file "$tool/passphrase" --name bank -o "$place/home/tester/bank-1.0.0.ivrea"
    rm -rf "$tool"
    [ "$(content_type bank-1.0.0.ivrea)" = application/x-ivrea-package ]
    as_user tester gio open /home/tester/bank-1.0.0.ivrea &
    ends_when unpacks
    find "$place/home/tester" -name project.json
}
unpacks() {
    local dialog='unpack bank-1.0.0.ivrea' X Y WIDTH HEIGHT
    looks_at designer-package "$dialog" || return 1
    # Its button is at the lower right.
    eval "$(DISPLAY=$display xdotool search --onlyvisible --name "$dialog" getwindowgeometry --shell)"
    DISPLAY=$display xdotool mousemove $((X + WIDTH - 40)) $((Y + HEIGHT - 22)) click 1
    looks_at designer-unpacked 'Example Bank'
}

designer_purged() {
    in_root apt-get remove -y -qq ivrea-designer
    [ ! -e "$place/usr/bin/ivrea-designer" ]
    # It has no configuration, so that removal leaves nothing that apt would know of.
    in_root dpkg --purge ivrea-designer
    nothing_left ivrea
}

designer_tar() {
    tar -xf "$out/ivrea-designer-$version-linux-$architecture.tar.gz" -C "$place/opt"
    while_shown designer-tar '^Ivrea' "/opt/ivrea-designer-$version-linux-$architecture/bin/ivrea-designer"
}
