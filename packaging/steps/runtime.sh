# shellcheck shell=sh
# The runtime: command line, server, and the sources of the module for FreeSWITCH. Sourced.

build_runtime() {
    say "The runtime"
    built=$root/runtime/server/target
    [ -d "$built/ivrea/lib" ] || die "the runtime is not compiled; run packaging/build without --skip-maven"
    rm -rf "$stage/ivrea" "$stage/ivrea-deb"
    app=$stage/ivrea
    mkdir -p "$app/share"
    cp -R "$built/ivrea/." "$app/"
    rm -f "$app/lib/ivrea.aot" "$app/bin/ivrea.cmd"
    link_java "$app/runtime" "$app"/lib/*.jar
    pages "$app/share/man" "$built"/man/*.1
    mkdir -p "$app/share/bash-completion" "$app/share/config" "$app/share/systemd" "$app/share/doc"
    "$app/bin/ivrea" completion bash | sed '1{/^#!/d;}' > "$app/share/bash-completion/ivrea"
    install -m 644 "$here"/config/* "$here/freeswitch/environment.json" "$app/share/config/"
    install -m 644 "$here/systemd/ivrea.service" "$app/share/systemd/"
    for page in installing server deploying freeswitch cli call-scripts checks nodes package-format flow-format; do
        install -m 644 "$root/docs/$page.md" "$app/share/doc/"
    done
    copy_samples "$app/share/samples"
    copy_module "$app/module"
    copyright "$stage/copyright" "$built/licences/libraries" "$app/runtime"
    install -m 644 "$stage/copyright" "$app/share/doc/"
    materials "$app/share/doc/bom.json" "$built/bom.json"
    rm -f "$app/LICENSE"
    train_runtime "$app"
    runtime_deb "$app" "$stage/ivrea-deb"
    make_tar ivrea "$app"
}

copy_samples() {
    mkdir -p "$1"
    for project in "$root"/flows-samples/*/project.json; do
        cp -R "$(dirname "$project")" "$1/"
    done
}

# The module's sources, and a configuration that names the runtime beside them.
copy_module() {
    mkdir -p "$1/native"
    for part in Makefile core freeswitch include jvm; do
        cp -R "$root/runtime/freeswitch/native/$part" "$1/native/"
    done
    install -m 644 "$here/module/Makefile" "$here/freeswitch/dialplan.xml" "$1/"
    install -m 755 "$here/module/uninstall" "$here/module/permissions" "$1/"
    sed -e 's,\(name="runtime" value="\)[^"]*,\1@IVREA@/lib,' \
        -e 's,<!-- \(<param name="java-home" value="\)[^"]*\("/>\) -->,\1@IVREA@/runtime\2,' \
        "$here/freeswitch/ivrea.conf.xml" > "$1/ivrea.conf.xml"
    [ "$(grep -c 'value="@IVREA@/' "$1/ivrea.conf.xml")" = 2 ] \
        || die "packaging/freeswitch/ivrea.conf.xml has changed: runtime and java-home are not where they were"
}

# The cache that makes the command line start faster. It goes by the jars' times and the Java, so both are final here.
train_runtime() {
    set_times "$1"
    [ -n "$cache" ] || return 0
    say "Training the runtime"
    LC_ALL=C.UTF-8 "$1/runtime/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow "-XX:AOTCacheOutput=$1/lib/ivrea.aot" \
        -classpath "$1/lib/ivrea-server.jar" org.ivrea.server.cli.StartUpTraining "$1/share/samples" \
        > "$out/training-runtime.log" 2>&1 || die "the training failed, see $out/training-runtime.log"
    [ -s "$1/lib/ivrea.aot" ] || die "the training left no cache, see $out/training-runtime.log"
}

# runtime_deb APP TREE: the same files where Debian has them.
runtime_deb() {
    app=$1
    tree=$2
    mkdir -p "$tree/usr/lib/ivrea" "$tree/usr/bin" "$tree/usr/src" "$tree/etc/ivrea" "$tree/etc/default" "$tree/etc/logrotate.d" \
        "$tree/usr/lib/systemd/system" "$tree/usr/share/bash-completion/completions"
    cp -a "$app/bin" "$app/lib" "$app/runtime" "$tree/usr/lib/ivrea/"
    ln -s ../lib/ivrea/bin/ivrea "$tree/usr/bin/ivrea"
    cp -a "$app/module" "$tree/usr/src/ivrea"
    install -m 644 "$app"/share/config/server.json "$app"/share/config/environment.json \
        "$app"/share/config/trusted-keys "$tree/etc/ivrea/"
    install -m 600 "$app/share/config/default" "$tree/etc/default/ivrea"
    install -m 644 "$app/share/config/logrotate" "$tree/etc/logrotate.d/ivrea"
    install -m 644 "$app/share/systemd/ivrea.service" "$tree/usr/lib/systemd/system/"
    install -m 644 "$app/share/bash-completion/ivrea" "$tree/usr/share/bash-completion/completions/ivrea"
    manual "$tree" "$app"/share/man/*.1
    documents "$tree" ivrea
    install -m 644 "$app"/share/doc/*.md "$app/share/doc/bom.json" "$tree/usr/share/doc/ivrea/"
    install -m 644 "$stage/copyright.debian" "$tree/usr/share/doc/ivrea/copyright"
    mkdir -p "$tree/usr/share/doc/ivrea/examples"
    cp -a "$app/share/samples" "$tree/usr/share/doc/ivrea/examples/"
    make_deb ivrea "$tree"
}
