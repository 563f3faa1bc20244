# shellcheck shell=bash
# The package of the runtime, and its .tar.gz. Sourced.

samples=/usr/share/doc/ivrea/examples/samples

verify_runtime() {
    new_root runtime
    package=$out/ivrea_${debian_version}_$architecture.deb
    check runtime "apt installs the .deb" install_package "$package"
    check runtime "ivrea --version, as a user" runtime_version
    check runtime "ivrea test on each sample" runtime_tests /usr/bin/ivrea "$samples"
    check runtime "the start-up cache is used" runtime_cache /usr/bin/ivrea
    check runtime "a manual page for each command" runtime_manual
    check runtime "bash completes commands" runtime_completion
    check runtime "the licences of all jars are told" licences_told "$place/usr/share/doc/ivrea/copyright" \
        "$place/usr/lib/ivrea/lib"
    check runtime "only root and the server read the configuration" runtime_modes
    check runtime "ivrea serve as its user: deploy, call, journey, rollback" runtime_serves
    check runtime "an upgrade keeps changed configuration, renews the rest" runtime_upgrade
    check runtime "removal leaves configuration and data only" runtime_removed
    check runtime "purge leaves nothing behind" runtime_purged
    check runtime "the .tar.gz runs from another folder" runtime_tar
}

runtime_version() {
    as_user tester ivrea --version | grep -Fx "ivrea $version"
}

# runtime_tests IVREA FOLDER
runtime_tests() {
    local project
    for project in "$place$2"/*/; do
        as_user tester "$1" test "$2/$(basename "$project")"
    done
}

# In this mode Java refuses to start rather than to go without.
runtime_cache() {
    local name
    name=$(find "$place" -xdev -name ivrea.aot -printf '/%P\n' | head -1)
    [ -n "$name" ] || { echo "there is no cache"; return 1; }
    as_user tester env IVREA_JAVA_OPTIONS=-XX:AOTMode=on "$1" --version
}

runtime_manual() {
    local command commands
    gzip -t "$place"/usr/share/man/man1/ivrea*.1.gz
    commands=$(as_user tester ivrea --help | sed '1,/^Commands:/d; /^$/,$d' | awk '/^  [a-z]/ { print $1 }')
    [ -n "$commands" ]
    for command in $commands; do
        zcat "$place/usr/share/man/man1/ivrea-$command.1.gz" | grep -q '^\.SH "NAME"' || { echo "none for $command"; return 1; }
    done
    zcat "$place/usr/share/man/man1/ivrea.1.gz" | grep -q 'ivrea.*check'
}

runtime_completion() {
    in_root bash -c '. /usr/share/bash-completion/completions/ivrea
        COMP_WORDS=(ivrea che) COMP_CWORD=1 COMP_LINE="ivrea che" COMP_POINT=9
        "$(complete -p ivrea | sed "s/.*-F \([^ ]*\).*/\1/")" ivrea che ivrea
        printf "%s\n" "${COMPREPLY[@]}"' | grep -x 'check *'
}

# licences_told COPYRIGHT JARS
licences_told() {
    local jar missing=0
    for jar in "$2"/*.jar; do
        case $(basename "$jar") in
            ivrea-*) continue ;;
        esac
        told "$1" "$(basename "$jar")" || { echo "$(basename "$jar") is not in $1"; missing=1; }
    done
    return "$missing"
}
told() {
    local pattern
    while read -r pattern; do
        # shellcheck disable=SC2254 # It is meant as a pattern.
        case $2 in
            $pattern) return 0 ;;
        esac
    done < <(sed -n 's/^Files: \(\*.*\.jar\)$/\1/p' "$1")
    return 1
}

runtime_modes() {
    in_root sh -c "stat -c '%a %U:%G %n' /etc/ivrea /etc/ivrea/* /etc/default/ivrea /var/lib/ivrea /var/log/ivrea"
    [ "$(in_root stat -c '%a %U:%G' /etc/ivrea)" = "2750 root:ivrea" ]
    [ "$(in_root stat -c '%a %U:%G' /etc/ivrea/environment.json)" = "640 root:ivrea" ]
    [ "$(in_root stat -c '%a %U:%G' /etc/default/ivrea)" = "600 root:root" ]
    [ "$(in_root stat -c '%a %U:%G' /var/lib/ivrea)" = "2770 ivrea:ivrea" ]
    [ "$(in_root stat -c '%a %U:%G' /var/log/ivrea)" = "2770 ivrea:ivrea" ]
    fails as_user tester cat /etc/ivrea/environment.json
}

# As the unit starts it, with its umask.
runtime_serves() {
    enable_admin 18723
    as_user ivrea sh -c "umask 0007; exec $(sed -n 's/^ExecStart=//p' "$place/usr/lib/systemd/system/ivrea.service")" &
    trap 'end_processes ivrea-server.jar' EXIT
    serving
}

# later_package: the same, as a later version with another default in two files. Its file is $later.
later_package() {
    local tree=$work/later
    later=$work/later.deb
    rm -rf "$tree"
    dpkg-deb -R "$package" "$tree"
    sed -i "s/^Version: .*/Version: ${debian_version}+later1/" "$tree/DEBIAN/control"
    sed -i "s/${debian_version}/${debian_version}+later1/" "$tree/DEBIAN/preinst"
    sed -i 's/"keep": 10/"keep": 11/' "$tree/etc/ivrea/server.json"
    echo "# A new default." >> "$tree/etc/ivrea/trusted-keys"
    dpkg-deb -Zgzip -z1 --root-owner-group -b "$tree" "$later"
    rm -rf "$tree"
}

# The operator has changed one of the two files.
runtime_upgrade() {
    later_package
    sed -i 's/"keepDays": 30/"keepDays": 7/' "$place/etc/ivrea/server.json"
    # As the package brought it, whatever was tried before.
    tar -xOf <(dpkg-deb --fsys-tarfile "$package") ./etc/ivrea/trusted-keys > "$place/etc/ivrea/trusted-keys"
    chmod 600 "$place/etc/ivrea/environment.json"
    cp "$later" "$place/tmp/"
    in_root apt-get install -y -qq -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold /tmp/later.deb
    as_user tester ivrea --version
    grep '"keepDays": 7' "$place/etc/ivrea/server.json"
    fails grep '"keep": 11' "$place/etc/ivrea/server.json"
    grep 'A new default' "$place/etc/ivrea/trusted-keys"
    [ "$(in_root stat -c '%a %U:%G' /etc/ivrea)" = "2750 root:ivrea" ]
    [ "$(in_root stat -c '%a %U:%G' /etc/ivrea/environment.json)" = "600 root:ivrea" ]
    [ "$(in_root stat -c '%a %U:%G' /etc/ivrea/trusted-keys)" = "640 root:ivrea" ]
}

runtime_removed() {
    in_root apt-get remove -y -qq ivrea
    [ ! -e "$place/usr/bin/ivrea" ] && [ ! -e "$place/usr/lib/ivrea" ] && [ ! -e "$place/usr/src/ivrea" ]
    grep '"keepDays": 7' "$place/etc/ivrea/server.json"
    [ -d "$place/var/lib/ivrea/flows" ]
}

runtime_purged() {
    in_root apt-get purge -y -qq ivrea
    rm -f "$place"/tmp/*.deb
    nothing_left ivrea
}

runtime_tar() {
    tar -xf "$out/ivrea-$version-linux-$architecture.tar.gz" -C "$place/opt"
    local app=/opt/ivrea-$version-linux-$architecture
    runtime_cache "$app/bin/ivrea"
    runtime_tests "$app/bin/ivrea" "$app/share/samples"
}
