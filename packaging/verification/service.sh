# shellcheck shell=bash
# The systemd unit: in a root that systemd has booted, as a machine has. Sourced.

service_port=18724

verify_service() {
    new_root service
    package=$out/ivrea_${debian_version}_$architecture.deb
    check service "apt installs the .deb beside systemd" service_install
    check service "systemd finds no mistake in the unit, and holds it for safe" service_unit
    if ! command -v systemd-nspawn > /dev/null; then
        check service "the unit on a machine" skip "no systemd-nspawn (package systemd-container)"
        return
    fi
    # In a subshell, which alone ends where the command line does not work at all.
    (as_user tester ivrea --version) > /dev/null || return 0
    enable_admin "$service_port"
    boot
    check service "a machine boots" booted
    check service "Java runs in the unit's sandbox" service_sandbox
    check service "systemd starts, restarts and stops the unit" service_cycle
    check service "the unit in use: deploy, call, journey, rollback" service_serves
    check service "an upgrade while it runs keeps flows, state, configuration" service_upgrade
    check service "a downgrade is told, and keeps them, too" service_downgrade
    check service "a wrong configuration is told once, and mended" service_wrong
    check service "the audit log is rotated while it runs" service_rotation
    check service "removal stops it, and leaves configuration and state" service_removed
    check service "purge leaves nothing behind" service_purged
    kill "$container" 2> /dev/null || true
    wait "$container" || true
    container=
}

service_install() {
    install_in_root systemd systemd-sysv dbus logrotate
    install_package "$package"
}

# It may speak of other units; of ours it must not.
service_unit() {
    local said
    said=$(in_root systemd-analyze verify --man=no /usr/lib/systemd/system/ivrea.service 2>&1) || { echo "$said"; return 1; }
    echo "$said"
    fails grep -F ivrea.service <<< "$said"
    in_root systemd-analyze security --offline=yes --threshold=20 --no-pager /usr/lib/systemd/system/ivrea.service
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
    inside systemctl enable --now ivrea
    answers || { inside journalctl -u ivrea --no-pager; return 1; }
    inside systemctl restart ivrea
    answers
    inside systemctl show ivrea -p User -p NoNewPrivileges -p ProtectSystem -p NRestarts
    inside systemctl show ivrea -p NRestarts | grep -Fx NRestarts=0
    inside systemctl stop ivrea
    [ "$(inside systemctl show ivrea -p Result --value)" = success ]
    # systemd has left the folders as the package made them.
    inside sh -c "stat -c '%a %U:%G %n' /etc/ivrea /var/lib/ivrea /var/log/ivrea"
    [ "$(inside stat -c '%a %U:%G' /var/lib/ivrea)" = "2770 ivrea:ivrea" ]
    [ "$(inside stat -c '%a %U:%G' /etc/ivrea)" = "2750 root:ivrea" ]
}

service_serves() {
    trap 'inside journalctl -u ivrea --no-pager' EXIT
    inside systemctl start ivrea
    serving
}

# What is changed before, and must be the same afterwards.
service_upgrade() {
    later_package
    cp "$later" "$package" "$place/root/"
    sed -i 's/"keepDays": 30/"keepDays": 7/' "$place/etc/ivrea/server.json"
    inside systemctl restart ivrea
    answers
    changes_version "$(basename "$later")"
}

service_downgrade() {
    local said
    said=$(changes_version "$(basename "$package")" 2>&1) || { echo "$said"; return 1; }
    echo "$said"
    grep -F "warning: downgrading ivrea" <<< "$said"
    grep -F "Ivrea goes back from" <<< "$said"
}

# changes_version FILE: installs it while the server runs.
changes_version() {
    local before
    before=$(inside systemctl show ivrea -p MainPID --value)
    inside dpkg --force-confdef --force-confold -i "/root/$1"
    answers
    [ "$(inside systemctl show ivrea -p MainPID --value)" != "$before" ]
    runs 1.0.0
    grep '"keepDays": 7' "$place/etc/ivrea/server.json"
    inside ivrea journeys list --limit 100 | grep 'shop 1.1.0'
    inside systemctl is-enabled ivrea
    # Neither the old nor the new one has complained.
    ! inside journalctl -u ivrea --no-pager -p warning --since -2min | grep -v '^-- '
}

service_wrong() {
    cp -p "$place/etc/ivrea/server.json" "$place/root/server.json"
    sed -i 's/"keepDays"/"keepDay"/' "$place/etc/ivrea/server.json"
    inside systemctl restart ivrea || true
    until_true 60 service_failed
    inside journalctl -u ivrea --no-pager -n 20 | tee /dev/stderr | grep -q 'server.json:[0-9]*:[0-9]*: error'
    inside systemctl show ivrea -p NRestarts | grep -Fx NRestarts=0
    cp -p "$place/root/server.json" "$place/etc/ivrea/server.json"
    inside systemctl start ivrea
    answers
    runs 1.0.0
}
service_failed() { [ "$(inside systemctl show ivrea -p ActiveState --value)" = failed ]; }

service_rotation() {
    inside logrotate --force /etc/logrotate.d/ivrea
    [ -s "$place/var/log/ivrea/audit.jsonl.1" ]
    [ ! -e "$place/var/log/ivrea/audit.jsonl" ]
    # Whatever changes something is written down.
    author env IVREA_TOKEN="$token" ivrea rollback shop --release 1.1.0 --to "$server"
    [ -s "$place/var/log/ivrea/audit.jsonl" ]
}

service_removed() {
    inside apt-get remove -y -qq ivrea
    fails inside systemctl is-active ivrea
    fails curl -fsS "$server/api/v1/health"
    grep '"keepDays": 7' "$place/etc/ivrea/server.json"
    [ -d "$place/var/lib/ivrea/store" ] && [ -s "$place/var/log/ivrea/audit.jsonl" ]
    # And what comes back afterwards goes on with them.
    inside dpkg -i "/root/$(basename "$package")"
    inside systemctl start ivrea
    answers
    runs 1.1.0
}

service_purged() {
    inside dpkg --purge ivrea
    fails inside systemctl is-active ivrea
    [ "$(inside systemctl show ivrea -p LoadState --value)" = not-found ]
    rm -f "$place"/root/*.deb "$place/root/server.json"
    nothing_left ivrea
}
