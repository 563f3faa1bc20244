# shellcheck shell=bash
# The systemd unit: in a root that systemd has booted, as a machine has. Sourced.

service_port=18724

verify_service() {
    new_root service
    check service "apt installs the .deb beside systemd" service_install
    check service "systemd finds no mistake in the unit, and holds it for safe" service_unit
    if ! command -v systemd-nspawn > /dev/null; then
        check service "Java runs in the unit's sandbox" skip "no systemd-nspawn (package systemd-container)"
        return
    fi
    serves=
    # In a subshell, which alone ends where the command line does not work at all.
    if (has_serve); then
        enable_admin "$service_port"
        serves=yes
    fi
    boot
    check service "a machine boots" booted
    check service "Java runs in the unit's sandbox" service_sandbox
    check service "systemd starts, restarts and stops the unit" service_cycle
    check service "purge leaves nothing behind" service_purged
    kill "$container" 2> /dev/null || true
    wait "$container" || true
}

service_install() {
    install_in_root systemd systemd-sysv dbus
    install_package "$out/ivrea_${debian_version}_$architecture.deb"
}

# It may speak of other units; of ours it must not.
service_unit() {
    local said
    said=$(in_root systemd-analyze verify --man=no /usr/lib/systemd/system/ivrea.service 2>&1) || { echo "$said"; return 1; }
    echo "$said"
    ! grep -F ivrea.service <<< "$said"
    in_root systemd-analyze security --offline=yes --threshold=25 --no-pager /usr/lib/systemd/system/ivrea.service
}

# As a machine of its own, with the network of this one. What is mounted in it for chroot would be in the way.
boot() {
    umount -l "$place/proc" "$place/dev" "$place/var/cache/apt/archives"
    rm -f "$place/usr/sbin/policy-rc.d"
    systemd-nspawn --quiet --register=no --keep-unit --machine="ivrea-verify-$$" --directory="$place" --boot \
        > "$work/log/boot.log" 2>&1 < /dev/null &
    container=$!
    started "$container"
}

booted() {
    until_true 90 inside test -S /run/systemd/private || { cat "$work/log/boot.log"; return 1; }
    inside systemctl is-system-running --wait || true
    inside systemctl --no-pager --failed
}

# In the namespaces of the machine's first process.
inside() {
    local first
    first=$(pgrep -P "$container" | head -1)
    [ -n "$first" ] && nsenter -t "$first" -m -u -i -p env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

# The unit with all its restrictions, but a command that comes to an end.
service_sandbox() {
    inside mkdir -p /run/systemd/system/ivrea.service.d
    inside sh -c "printf '[Service]\nType=oneshot\nRestart=no\nExecStart=\nExecStart=/usr/bin/ivrea test $samples/main-menu\n' \
        > /run/systemd/system/ivrea.service.d/sandbox.conf"
    inside systemctl daemon-reload
    local code=0
    inside systemctl start ivrea || code=$?
    inside journalctl -u ivrea --no-pager
    inside rm -r /run/systemd/system/ivrea.service.d
    inside systemctl daemon-reload
    return "$code"
}

service_cycle() {
    [ -n "$serves" ] || skip "this version has no command \"serve\""
    inside systemctl enable --now ivrea
    answers "$service_port" || { inside journalctl -u ivrea --no-pager; return 1; }
    inside systemctl restart ivrea
    answers "$service_port"
    inside systemctl show ivrea -p User -p NoNewPrivileges -p ProtectSystem -p NRestarts
    inside systemctl show ivrea -p NRestarts | grep -Fx NRestarts=0
    inside systemctl stop ivrea
    [ "$(inside systemctl show ivrea -p Result --value)" = success ]
}

service_purged() {
    inside dpkg --purge ivrea
    [ "$(inside systemctl show ivrea -p LoadState --value)" = not-found ]
    nothing_left ivrea
}
