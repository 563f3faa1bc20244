# shellcheck shell=bash
# What was checked, and how it went. Sourced.

begin_table() {
    rows=()
    failures=0
    mkdir -p "$work/log"
    rm -f "$work"/log/*
}

# check PART NAME COMMAND...: runs it; what it says is kept in a file of its own. A command that returns 77 was skipped,
# and its last line says why.
check() {
    local part=$1 name=$2 log code begun=$SECONDS result
    shift 2
    log=$work/log/$part-$(printf %s "$name" | tr -c 'a-zA-Z0-9' -).log
    # A subshell that stops at the command's first error; not in a condition, where bash would go on after errors.
    set +e
    (set -e; "$@") > "$log" 2>&1 < /dev/null
    code=$?
    set -e
    case $code in
        0) result=ok ;;
        77) result="skipped: $(tail -1 "$log")" ;;
        *)
            result="FAILED, see $log"
            failures=$((failures + 1))
            ;;
    esac
    rows+=("$(printf '%-9s %-62s %4d s  %s' "$part" "$name" $((SECONDS - begun)) "$result")")
    echo "${rows[-1]}"
    return 0
}

skip() {
    echo "$*"
    return 77
}

# fails COMMAND...: for what must not succeed. (After a bare "!" bash goes on, whatever comes of it.)
fails() { ! "$@"; }

print_table() {
    echo
    printf '%s\n' "${rows[@]}"
    echo
    echo "${#rows[@]} checks, $failures failed"
    [ "$failures" = 0 ]
}

# until_true SECONDS COMMAND...: waits for a condition; on a busy machine as many times longer as PATIENCE says.
until_true() {
    local until=$((SECONDS + $1 * ${PATIENCE:-3}))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.2
    done
}
