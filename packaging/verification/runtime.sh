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
    check runtime "ivrea serve answers /health, as its user" runtime_serves
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
    in_root sh -c "stat -c '%a %U:%G %n' /etc/ivrea /etc/ivrea/* /etc/default/ivrea /var/lib/ivrea"
    [ "$(in_root stat -c '%a %U:%G' /etc/ivrea)" = "750 root:ivrea" ]
    [ "$(in_root stat -c '%a %U:%G' /etc/ivrea/environment.json)" = "640 root:ivrea" ]
    [ "$(in_root stat -c '%a %U:%G' /var/lib/ivrea)" = "750 ivrea:ivrea" ]
    ! as_user tester cat /etc/ivrea/environment.json
}

# Switches the admin interface on, on a port of its own, and makes a token, as an operator would.
enable_admin() {
    sed -i "s|^{|{\n  \"admin\": { \"listen\": \"127.0.0.1:$1\", \"tokens\": \"/var/lib/ivrea/tokens\", \"audit\": \"/var/lib/ivrea/audit.jsonl\" },|" \
        "$place/etc/ivrea/server.json"
    token=$(as_user ivrea ivrea tokens new --config /etc/ivrea/server.json --role viewer --name verify --json \
        | sed -n 's/.*"token": *"\([^"]*\)".*/\1/p')
    [ -n "$token" ]
}

# answers PORT: as anybody, and to who has a token, and to nobody else.
answers() {
    until_true 60 curl -fsS "http://127.0.0.1:$1/api/v1/health" || return 1
    curl -fsS -H "Authorization: Bearer $token" "http://127.0.0.1:$1/api/v1/server" || return 1
    ! curl -fsS "http://127.0.0.1:$1/api/v1/server"
}

has_serve() {
    local help
    help=$(as_user tester ivrea --help) || die "ivrea --help fails"
    grep -q '^  serve' <<< "$help"
}

runtime_serves() {
    has_serve || skip "this version has no command \"serve\""
    enable_admin 18723
    as_user ivrea ivrea serve --config /etc/ivrea/server.json &
    local server=$! code=0
    answers 18723 || code=$?
    kill "$server"
    wait "$server" || true
    return "$code"
}

# The same package, as a later version with another default in two files, one of which the operator has changed.
runtime_upgrade() {
    local later=$work/later
    rm -rf "$later"
    dpkg-deb -R "$package" "$later"
    sed -i "s/^Version: .*/Version: ${debian_version}+later1/" "$later/DEBIAN/control"
    sed -i 's/"keep": 10/"keep": 11/' "$later/etc/ivrea/server.json"
    echo "# A new default." >> "$later/etc/ivrea/trusted-keys"
    dpkg-deb -Zgzip -z1 --root-owner-group -b "$later" "$work/later.deb"
    sed -i 's/"keepDays": 30/"keepDays": 7/' "$place/etc/ivrea/server.json"
    chmod 600 "$place/etc/ivrea/environment.json"
    cp "$work/later.deb" "$place/tmp/"
    in_root apt-get install -y -qq -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold /tmp/later.deb
    as_user tester ivrea --version
    grep '"keepDays": 7' "$place/etc/ivrea/server.json"
    ! grep '"keep": 11' "$place/etc/ivrea/server.json"
    grep 'A new default' "$place/etc/ivrea/trusted-keys"
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
