# shellcheck shell=bash
# A server in use, as docs/installing.md and docs/deploying.md tell it: the admin interface, a token, a signing key, a
# deployment, a call, its journey, and a step back. In a root as it is, or in one that was booted. Sourced.

# as_root COMMAND..., author COMMAND...: in the machine that was booted, where there is one.
as_root() { if [ -n "${container:-}" ]; then inside "$@"; else in_root "$@"; fi; }
author() {
    if [ -n "${container:-}" ]; then
        inside runuser -u tester -- env HOME=/home/tester "$@"
    else
        as_user tester "$@"
    fi
}

# enable_admin PORT: what an operator does as root, with an editor and a command. Tells the token in $token.
enable_admin() {
    sed -i "s|^{|{\n  \"admin\": { \"listen\": \"127.0.0.1:$1\", \"audit\": \"/var/log/ivrea/audit.jsonl\" },|" \
        "$place/etc/ivrea/server.json"
    server=http://127.0.0.1:$1
    token=$(as_root ivrea tokens new --role deployer --name verify --json | sed -n 's/.*"token": *"\([^"]*\)".*/\1/p')
    [ -n "$token" ]
    # The server's, whoever made it.
    [ "$(in_root stat -c '%a %U' /var/lib/ivrea/tokens)" = "640 ivrea" ]
}

# ask PATH [OPTION OF CURL]...
ask() {
    local path=$1
    shift
    curl -fsS -H "Authorization: Bearer $token" "$@" "$server/api/v1/$path"
}

# answers: to anybody that it lives, all else to who has a token, and to nobody else.
answers() {
    until_true 90 curl -fsS "$server/api/v1/health" || return 1
    ask server || return 1
    fails curl -fsS "$server/api/v1/server"
}

# trust_author: a project of the author's, a key, and its line among those that the server trusts.
trust_author() {
    local line
    cp -R "$place$samples/main-menu" "$place/home/tester/shop"
    echo "a passphrase of the verification" > "$place/home/tester/passphrase"
    in_root chown -R tester: /home/tester
    line=$(author ivrea keys new /home/tester/signing.key --passphrase-file /home/tester/passphrase --comment author \
        | grep '^ivrea-ed25519 ')
    echo "$line" >> "$place/etc/ivrea/trusted-keys"
}

# deploys VERSION: the author, without any right on the server but the token.
deploys() {
    author env IVREA_TOKEN="$token" ivrea deploy /home/tester/shop --name shop --release "$1" \
        --key /home/tester/signing.key --passphrase-file /home/tester/passphrase --to "$server"
    runs "$1"
}

# runs VERSION: that it is active, and that a call runs it to its end.
runs() {
    ask projects | tr -d '\n' | grep -q "\"active\": *{[^}]*\"version\": *\"$1\"" || { ask projects; return 1; }
    ask simulated-calls --json '{ "flow": "shop", "script": "at 2026-12-25 10:00 Europe/Berlin\nhear \"Deutsch\"\npress 2\nhear \"Feiertags\"" }' \
        > "$work/call.json" || return 1
    grep -o '"\(id\|version\|outcome\)": *"[^"]*"' "$work/call.json"
    grep -q "\"version\": *\"$1\"" "$work/call.json" && grep -q '"outcome": *"completed"' "$work/call.json"
}

# Its journey is there: through the interface, and on the machine itself.
journey_of_call() {
    local call
    call=$(grep -o '"id": *"[^"]*"' "$work/call.json" | head -1 | cut -d '"' -f 4)
    until_true 20 has_journey "$call" || { as_root ivrea journeys list; return 1; }
    as_root ivrea journeys trace "$call" | grep -q '"'
    as_root ivrea journeys export | grep -F "$call"
}
has_journey() { ask journeys | grep -qF "$1" && as_root ivrea journeys list | grep -F "$1"; }

steps_back() {
    author env IVREA_TOKEN="$token" ivrea rollback shop --to "$server"
    runs "$1"
}

# deploys_by_folder VERSION BEFORE: on the server's own disk, which root may not: the server could not change what root leaves.
# And back to what ran.
deploys_by_folder() {
    local said
    said=$(fails as_root ivrea rollback shop --release "$1" --folder /var/lib/ivrea/store 2>&1) || { echo "$said"; return 1; }
    grep -F "sudo -u ivrea" <<< "$said"
    runs "$2"
    as_root runuser -u ivrea -- ivrea rollback shop --release "$1" --folder /var/lib/ivrea/store \
        --trusted /etc/ivrea/trusted-keys
    until_true 60 runs "$1"
    [ -z "$(in_root find /var/lib/ivrea/store ! -user ivrea)" ]
}

# The whole of it, on a server that answers.
serving() {
    answers || return 1
    trust_author
    deploys 1.0.0
    journey_of_call
    # Another version: a text that callers hear.
    sed -i 's/"description": "Main menu/"description": "Changed: main menu/' "$place/home/tester/shop/project.json"
    deploys 1.1.0
    steps_back 1.0.0
    deploys_by_folder 1.1.0 1.0.0
    author env IVREA_TOKEN="$token" ivrea rollback shop --release 1.0.0 --to "$server"
    runs 1.0.0
    # Who did what was written down, by the server, in a file that is not the world's.
    grep '"by":"verify".*"result":"ok"' "$place/var/log/ivrea/audit.jsonl" | tail -3
    fails as_user tester cat /var/log/ivrea/audit.jsonl
}
