# shellcheck shell=bash
# The systemd unit: in a root that systemd has booted, as a machine has. Sourced.

verify_service() {
    new_root service
    check service "apt installs the .deb beside systemd" service_install
    check service "systemd finds no mistake in the unit" service_unit
    if ! command -v systemd-nspawn > /dev/null; then
        check service "systemd starts, restarts and stops the unit" skip "no systemd-nspawn (package systemd-container)"
        return
    fi
    check service "systemd starts, restarts and stops the unit" service_runs
}

service_install() {
    install_in_root systemd systemd-sysv dbus
    install_package "$out/ivrea_${debian_version}_$architecture.deb"
}

service_unit() {
    local said
    said=$(in_root systemd-analyze verify --man=no /usr/lib/systemd/system/ivrea.service 2>&1) || { echo "$said"; return 1; }
    # It may speak of other units; of ours it must not.
    echo "$said"
    ! grep -F ivrea.service <<< "$said"
    in_root systemd-analyze security --offline=yes --threshold=25 --no-pager /usr/lib/systemd/system/ivrea.service
}

service_runs() {
    has_serve || skip "this version has no command \"serve\""
    local port=18724 code=0
    enable_admin "$port"
    # The root is booted as a machine of its own; what is mounted in it for chroot would be in the way.
    umount -l "$place/proc" "$place/dev" "$place/var/cache/apt/archives"
    rm -f "$place/usr/sbin/policy-rc.d"
    machine=ivrea-verify-$$
    systemd-nspawn --quiet --register=no --keep-unit --machine="$machine" --directory="$place" --boot &
    local container=$!
    service_cycle "$port" || code=$?
    kill "$container" 2> /dev/null || true
    wait "$container" || true
    return "$code"
}

service_cycle() {
    until_true 60 inside systemctl is-system-running --wait || true
    inside systemctl enable --now ivrea || return 1
    until_true 60 curl -fsS "http://127.0.0.1:$1/api/v1/health" || { inside journalctl -u ivrea --no-pager; return 1; }
    inside systemctl restart ivrea || return 1
    until_true 60 curl -fsS "http://127.0.0.1:$1/api/v1/health" || return 1
    # Nothing is written outside of its own folder.
    inside systemctl show ivrea -p User -p NoNewPrivileges -p ProtectSystem -p NRestarts
    inside systemctl show ivrea -p NRestarts | grep -Fx NRestarts=0 || return 1
    inside systemctl stop ivrea || return 1
    [ "$(inside systemctl show ivrea -p Result --value)" = success ] || return 1
    inside apt-get purge -y ivrea || return 1
    ! curl -fsS "http://127.0.0.1:$1/api/v1/health"
}

# In the namespaces of the machine's first process.
inside() {
    local first
    first=$(pgrep -P "$(pgrep -f "systemd-nspawn.*--machine=$machine" | head -1)" | head -1)
    [ -n "$first" ] && nsenter -t "$first" -m -u -i -p env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        DEBIAN_FRONTEND=noninteractive "$@"
}
