# shellcheck shell=sh
# The designer: jpackage makes its folder, to which the cache for a quick start is added. Sourced.

DESIGNER_JAVA='-XX:+UseSerialGC -XX:CompileThresholdScaling=4 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'

build_designer() {
    say "The designer"
    jars=$root/designer-app/target/designer
    [ -d "$jars" ] || die "the designer is not compiled; run packaging/build without --skip-maven"
    rm -rf "$stage/designer-java" "$stage/ivrea-designer" "$stage/ivrea-designer-deb"
    mkdir -p "$stage"
    link_java "$stage/designer-java" "$jars"/*.jar
    draw_icons "$stage/icons"
    set -- --type app-image --name ivrea-designer --app-version "${version%-SNAPSHOT}" --vendor Ivrea \
        --description "Ivrea designer" --icon "$stage/icons/256/ivrea-designer.png" --dest "$stage" \
        --input "$jars" --main-jar ivrea-designer.jar --main-class org.ivrea.designer.Main \
        --runtime-image "$stage/designer-java"
    for option in $DESIGNER_JAVA -Xlog:aot=off -Xlog:cds=off; do
        set -- "$@" --java-options "$option"
    done
    # shellcheck disable=SC2016 # The launcher puts its folder there.
    set -- "$@" --java-options '-XX:AOTCache=$APPDIR/ivrea-designer.aot'
    "$jdk/bin/jpackage" "$@"
    app=$stage/ivrea-designer
    train_designer "$app"
    mkdir -p "$app/share"
    cp -R "$stage/icons" "$app/share/icons"
    install -m 644 "$here/desktop/ivrea-designer.desktop" "$here/desktop/ivrea-designer.xml" \
        "$here/desktop/ivrea-designer.svg" "$root/docs/designer.md" "$root/docs/installing.md" "$app/share/"
    sed "s/@VERSION@/$debian_version/; s/@DATE@/$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)/" \
        "$here/desktop/ivrea-designer.metainfo.xml.in" > "$app/share/org.ivrea.designer.metainfo.xml"
    pages "$app/share" "$root/runtime/server/target/man-designer/ivrea-designer.1"
    copyright "$stage/copyright" "$root/designer-app/target/licences/libraries" "$app/lib/runtime"
    install -m 644 "$stage/copyright" "$app/share/"
    materials "$app/share/bom.json" "$root/designer-app/target/bom.json"
    designer_deb "$app" "$stage/ivrea-designer-deb"
    make_tar ivrea-designer "$app"
}

draw_icons() {
    for size in 16 22 24 32 48 64 128 256; do
        mkdir -p "$1/$size"
        rsvg-convert -w "$size" -h "$size" "$here/desktop/ivrea-designer.svg" -o "$1/$size/ivrea-designer.png"
    done
}

# On the display of whoever builds, or on one of its own where that can be had.
on_display() {
    if command -v xvfb-run > /dev/null; then
        xvfb-run -a -s "-screen 0 1440x900x24" "$@"
    else
        "$@"
    fi
}

# Starts the designer as its launcher does, and has it write down what it loaded.
train_designer() {
    set_times "$1"
    [ -n "$cache" ] || return 0
    say "Training the designer"
    folder=$1/lib/app
    classpath=$(sed -n 's,^app.classpath=,,p' "$folder/ivrea-designer.cfg" | sed "s,\$APPDIR,$folder," | paste -s -d :)
    platform=-Dprism.order=es2,sw
    if [ -z "${DISPLAY:-}" ] && ! command -v xvfb-run > /dev/null; then
        platform=-Dglass.platform=Headless
    fi
    rm -rf "$stage/training"
    mkdir -p "$stage/training"
    cp -R "$root/flows-samples/main-menu" "$stage/training/project"
    # shellcheck disable=SC2086 # Several options.
    LC_ALL=C.UTF-8 on_display "$1/lib/runtime/bin/java" $DESIGNER_JAVA "$platform" \
        "-XX:AOTCacheOutput=$folder/ivrea-designer.aot" "-Divrea.state=$stage/training/state" -classpath "$classpath" \
        org.ivrea.designer.StartUpTraining "$stage/training/project" \
        > "$out/training-designer.log" 2>&1 || die "the training failed, see $out/training-designer.log"
    [ -s "$folder/ivrea-designer.aot" ] || die "the training left no cache, see $out/training-designer.log"
}

# designer_deb APP TREE: the same files where Debian has them.
designer_deb() {
    app=$1
    tree=$2
    mkdir -p "$tree/usr/lib/ivrea-designer" "$tree/usr/bin" "$tree/usr/share/applications" \
        "$tree/usr/share/mime/packages" "$tree/usr/share/metainfo" "$tree/usr/share/icons/hicolor/scalable/apps"
    cp -a "$app/bin" "$app/lib" "$tree/usr/lib/ivrea-designer/"
    ln -s ../lib/ivrea-designer/bin/ivrea-designer "$tree/usr/bin/ivrea-designer"
    install -m 644 "$app/share/ivrea-designer.desktop" "$tree/usr/share/applications/"
    install -m 644 "$app/share/ivrea-designer.xml" "$tree/usr/share/mime/packages/"
    install -m 644 "$app/share/org.ivrea.designer.metainfo.xml" "$tree/usr/share/metainfo/"
    install -m 644 "$app/share/ivrea-designer.svg" "$tree/usr/share/icons/hicolor/scalable/apps/"
    for icon in "$app"/share/icons/*/ivrea-designer.png; do
        size=$(basename "$(dirname "$icon")")
        install -D -m 644 "$icon" "$tree/usr/share/icons/hicolor/${size}x$size/apps/ivrea-designer.png"
    done
    manual "$tree" "$app/share/ivrea-designer.1"
    documents "$tree" ivrea-designer
    install -m 644 "$app/share/designer.md" "$app/share/bom.json" "$tree/usr/share/doc/ivrea-designer/"
    install -m 644 "$stage/copyright.debian" "$tree/usr/share/doc/ivrea-designer/copyright"
    make_deb ivrea-designer "$tree"
}
