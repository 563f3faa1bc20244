# shellcheck shell=sh
# What an installer consists of, for programs: a bill of materials in CycloneDX's format. Sourced.

# materials TARGET LIBRARIES: LIBRARIES is what cyclonedx-maven-plugin wrote of the jars; the Java is added to it.
materials() {
    [ -f "$2" ] || die "there is no $2: Maven leaves it out where it is offline (-o)"
    java_version=$(of_java JAVA_VERSION)
    entry='{ "type" : "platform", "bom-ref" : "java", "name" : "OpenJDK", "version" : "'$(of_java JAVA_RUNTIME_VERSION)'",'
    entry=$entry' "supplier" : { "name" : "'$(of_java IMPLEMENTOR)'" },'
    entry=$entry' "licenses" : [ { "expression" : "GPL-2.0-only WITH Classpath-exception-2.0" } ],'
    entry=$entry' "cpe" : "cpe:2.3:a:oracle:openjdk:'$java_version':*:*:*:*:*:*:*",'
    entry=$entry' "purl" : "pkg:generic/openjdk@'$java_version'" },'
    sed "s|^  \"components\" : \[\$|&\n    $entry|" "$2" > "$1"
    grep -qF '"bom-ref" : "java"' "$1" || die "$2 has changed: the Java cannot be added to it"
    chmod 644 "$1"
}

of_java() { sed -n "s/^$1=\"\(.*\)\"\$/\1/p" "${jdk:?}/release"; }
