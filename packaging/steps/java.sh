# shellcheck shell=sh
# The Java that an installer brings along: only the modules that Ivrea uses. Sourced.

JAVA_NEEDED=25

java_release() { [ ! -f "$1/release" ] || sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"; }

find_jdk() {
    jdk=
    for home in "${IVREA_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /usr/java/*; do
        found=$(java_release "$home")
        if [ "${found:-0}" -ge "$JAVA_NEEDED" ] && [ -x "$home/bin/jpackage" ]; then
            jdk=$home
            break
        fi
    done
    [ -n "$jdk" ] || die "a JDK $JAVA_NEEDED or newer with jlink and jpackage is needed; name its folder in IVREA_JAVA_HOME"
}

# Modules that no class names, but that are used: character sets, names of time zones and languages, the zip file system,
# elliptic curves and the Kerberos that HTTP may ask for; and jcmd, by which operators take thread dumps.
JAVA_HIDDEN=jdk.charsets,jdk.localedata,jdk.zipfs,java.naming,java.management,jdk.management,jdk.jcmd,jdk.unsupported

# link_java TARGET JAR...
link_java() {
    target=$1
    shift
    modules=$("$jdk/bin/jdeps" --multi-release "$JAVA_NEEDED" --ignore-missing-deps --print-module-deps "$@") \
        || die "jdeps does not say which modules are needed: $modules"
    # Headers stay in: mod_ivrea is compiled with jni.h.
    "$jdk/bin/jlink" --add-modules "$modules,$JAVA_HIDDEN" --no-man-pages --output "$target"
    # The texts of licences are written without leave to write.
    chmod -R u+w "$target"
    # What is needed to start quickly where there is no cache of Ivrea's own, as inside FreeSWITCH.
    "$target/bin/java" -Xshare:dump -XX:+UseSerialGC > /dev/null
}
