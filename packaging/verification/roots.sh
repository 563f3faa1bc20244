# shellcheck shell=bash
# Clean Debian roots, and what is done in them. Sourced.

mounts=()
processes=()
roots=()

# The Debian of this machine, from where this machine gets its packages.
make_base() {
    base=$work/base
    local suite mirror
    suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-stable}")
    mirror=$(apt-get indextargets --format '$(RELEASE) $(SITE)' 'Created-By: Packages' \
        | awk -v suite="$suite" '$1 == suite { print $2; exit }')
    [ -n "$mirror" ] || die "apt of this machine knows no mirror of Debian $suite"
    if [ ! -e "$base/complete" ]; then
        rm -rf "$base"
        debootstrap --variant=minbase "$suite" "$base" "$mirror" > "$work/debootstrap.log" 2>&1 \
            || die "debootstrap failed, see $work/debootstrap.log"
        touch "$base/complete"
    fi
    mkdir -p "$work/archives"
}

# new_root NAME: a clean root, $root_of_NAME being its folder.
new_root() {
    place=$work/$1
    clear_root "$place"
    cp -a "$base" "$place"
    rm "$place/complete"
    cp /etc/resolv.conf /etc/hosts "$place/etc/" 2> /dev/null || true
    # Package services are not started in a root that nobody booted.
    printf '#!/bin/sh\nexit 101\n' > "$place/usr/sbin/policy-rc.d"
    chmod 755 "$place/usr/sbin/policy-rc.d"
    mount_at "$place/proc" -t proc proc
    mount_at "$place/dev" --rbind --make-rslave /dev
    mount_at "$place/var/cache/apt/archives" --bind "$work/archives"
    roots+=("$place")
    in_root useradd --create-home --shell /bin/bash tester
}

# mount_at PLACE OPTION...
mount_at() {
    local at=$1
    shift
    mkdir -p "$at"
    mount "$@" "$at"
    mounts+=("$at")
}

in_root() {
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive chroot "$place" "$@"
}

# as_user USER COMMAND...: without any rights of root.
as_user() {
    local user=$1
    shift
    env -i PATH=/usr/local/bin:/usr/bin:/bin HOME="/home/$user" LANG=C.UTF-8 DISPLAY="${display:-}" \
        /usr/sbin/chroot --userspec="$user" "$place" "$@"
}

install_in_root() {
    in_root apt-get update -qq
    in_root apt-get install -y -qq --no-install-recommends "$@"
}

# install_package FILE: as a person would, with what it depends on.
install_package() {
    cp "$1" "$place/tmp/"
    install_in_root "/tmp/$(basename "$1")"
}

# started PROCESS: to be ended with all else.
started() { processes+=("$1"); }

# processes_of WORD: those in the root whose command has it.
processes_of() {
    local process
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/root" 2> /dev/null)" = "$place" ] || continue
        case $(tr '\0' ' ' < "$process/cmdline" 2> /dev/null) in
            *"$1"*) basename "$process" ;;
        esac
    done
}
no_process_of() { [ -z "$(processes_of "$1")" ]; }
# end_processes WORD: asks them to end, and waits for it.
end_processes() {
    local process
    for process in $(processes_of "$1"); do
        kill "$process" 2> /dev/null || true
    done
    until_true 30 no_process_of "$1"
}

# nothing_left WORD: no file, user or group of that name, and no file of a user who is gone.
nothing_left() {
    local left
    left=$(in_root find / -xdev \( -path /proc -o -path /tmp -o -path /var/log -o -path /var/cache/apt -o -path /home \
        -o -path /opt \) -prune -o \( -iname "*$1*" -o -nouser -o -nogroup \) -print)
    left=$left$(grep -i "^$1:" "$place/etc/passwd" "$place/etc/group" "$place/etc/shadow" "$place/etc/gshadow" || true)
    left=$left$(find "$place/var/log" -iname "*$1*" ! -path '*/journal/*')
    if [ -n "$left" ]; then
        echo "Left behind:"
        echo "$left"
        return 1
    fi
}

clear_root() {
    local index
    for ((index = ${#mounts[@]} - 1; index >= 0; index--)); do
        case ${mounts[index]} in
            "$1"/*) umount -l "${mounts[index]}" 2> /dev/null || true ;;
        esac
    done
    # Never into a mount that is still there.
    if ! grep -q " $1/" /proc/self/mounts; then
        rm -rf "${1:?}"
    fi
}

clean_up() {
    local process index
    for process in "${processes[@]}"; do
        kill "$process" 2> /dev/null || true
    done
    for ((index = ${#mounts[@]} - 1; index >= 0; index--)); do
        umount -l "${mounts[index]}" 2> /dev/null || true
    done
    if [ -z "$keep" ]; then
        for place in "${roots[@]}"; do
            clear_root "$place"
        done
    fi
}
