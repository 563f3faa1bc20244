# shellcheck shell=bash
# The module, built against a copy of this machine's FreeSWITCH and loaded in it. Sourced.

FREESWITCH=${FREESWITCH:-/usr/local/freeswitch}
event_port=18021

verify_module() {
    if [ ! -x "$FREESWITCH/bin/freeswitch" ]; then
        check module "mod_ivrea is built, and runs a flow" skip "no FreeSWITCH in $FREESWITCH"
        return
    fi
    new_root module
    check module "FreeSWITCH, as it is here, starts in the root" module_switch
    package=$out/ivrea_${debian_version}_$architecture.deb
    check module "apt installs the .deb" install_package "$package"
    check module "make install builds mod_ivrea and installs it" module_install
    # Other runs on this machine may be making calls, too.
    exec 8> "${FREESWITCH_LOCK:-/tmp/fs.lock}"
    flock 8
    check module "FreeSWITCH, not as root, loads it; a call runs a flow" module_call
    enable_admin 18725
    check module "a server in it: deployed to with a call up, gone back" module_server
    check module "an upgrade under it: calls go on, new ones come" module_upgrade
    flock -u 8
    check module "removal of the package takes the module along" module_removed
    check module "purge leaves nothing behind" module_purged
}

# A copy, since the module is installed into it; and the Debian packages of the libraries that it is linked with.
module_switch() {
    mkdir -p "$place/usr/local/lib" "$place$(dirname "$FREESWITCH")"
    cp -a "$FREESWITCH" "$place$FREESWITCH"
    rm -f "$place$FREESWITCH/mod/mod_ivrea.so" "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
    local library packages
    packages=$(find "$FREESWITCH/bin/freeswitch" "$FREESWITCH"/mod/*.so -exec ldd {} + 2> /dev/null \
        | awk '$2 == "=>" && $3 ~ "^/" { print $3 }' | sort -u | while read -r library; do
        case $library in
            /usr/local/lib/*) cp -a "${library%.so*}".so* "$place/usr/local/lib/" ;;
            "$FREESWITCH"/*) ;;
            *) dpkg -S "$(realpath "$library")" "$library" 2> /dev/null | head -1 | cut -d : -f 1 ;;
        esac
    done | sort -u)
    # shellcheck disable=SC2086 # Several packages.
    install_in_root $packages gcc libc6-dev make pkg-config
    in_root ldconfig
    in_root "$FREESWITCH/bin/freeswitch" -version
    # As FreeSWITCH's own package has it.
    in_root groupadd --system freeswitch
    in_root useradd --system -g freeswitch -G audio -d "$FREESWITCH" -s /bin/false freeswitch
    in_root chown -R freeswitch:freeswitch "$FREESWITCH"
}

module_install() {
    in_root make -C /usr/src/ivrea install
    [ -f "$place$FREESWITCH/mod/mod_ivrea.so" ]
    grep 'value="/usr/lib/ivrea/lib"' "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
    grep 'value="/usr/lib/ivrea/runtime"' "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
    # FreeSWITCH's user, with no group but its own, reads the configuration and writes the state; nobody else does.
    in_root sh -c "stat -c '%a %U:%G %n' /etc/ivrea /etc/ivrea/* /var/lib/ivrea /var/lib/ivrea/* /var/log/ivrea"
    in_root setpriv --reuid freeswitch --regid freeswitch --clear-groups sh -c \
        'cat /etc/ivrea/*.json && touch /var/lib/ivrea/probe /var/log/ivrea/probe && rm /var/lib/ivrea/probe /var/log/ivrea/probe'
    as_user ivrea test -r /etc/ivrea/server.json
    [ "$(in_root stat -c '%a %U:%G' /var/lib/ivrea)" = "2770 ivrea:freeswitch" ]
    fails as_user tester cat /etc/ivrea/server.json
    # What an operator wrote stays when it is done again.
    sed -i 's/"max-calls" value="1000"/"max-calls" value="77"/' "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
    in_root make -C /usr/src/ivrea install
    grep '"max-calls" value="77"' "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
}

# A switch with few modules, no telephones, and the configuration that was installed. It calls by the first extension a flow
# that is named, by the second whatever the dialled number leads to.
configure_switch() {
    local modules configuration=$place/tmp/switch
    mkdir -p "$configuration"
    modules=$(printf '<load module="%s"/>' mod_console mod_event_socket mod_commands mod_loopback mod_dptools \
        mod_dialplan_xml mod_sndfile mod_tone_stream mod_ivrea)
    cat > "$configuration/freeswitch.xml" << END
<document type="freeswitch/xml">
<section name="configuration">
<configuration name="switch.conf"><settings><param name="loglevel" value="info"/></settings></configuration>
<configuration name="modules.conf"><modules>$modules</modules></configuration>
<configuration name="timezones.conf"><timezones/></configuration>
<configuration name="event_socket.conf"><settings><param name="listen-ip" value="127.0.0.1"/>
<param name="listen-port" value="$event_port"/><param name="password" value="ClueCon"/></settings></configuration>
<X-PRE-PROCESS cmd="include" data="$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"/>
</section>
<section name="dialplan"><context name="default">
$(cat "$place/usr/src/ivrea/dialplan.xml")
<extension name="routed"><condition field="destination_number" expression="^6000$"><action application="ivrea"/></condition></extension>
</context></section>
</document>
END
    in_root chown -R freeswitch:freeswitch /tmp/switch
}

# with_switch COMMAND...: while FreeSWITCH runs as its unit starts it: as its user, with its group and no other.
with_switch() {
    configure_switch
    in_root sh -c "umask 0007; exec $FREESWITCH/bin/freeswitch -u freeswitch -g freeswitch -nf -nc -nonat -nosql -np \
        -conf /tmp/switch -log /tmp/switch -db /tmp/switch" &
    trap ends_switch EXIT
    until_true 120 switch_answers
    "$@"
}
# While the virtual machine starts, it says that the runtime does not answer.
switch_answers() {
    local said
    said=$(console ivrea flows) && [[ $said != -ERR* ]]
}

ends_switch() {
    console fsctl shutdown || true
    until_true 30 no_process_of bin/freeswitch || end_processes bin/freeswitch
}

module_call() {
    cp -R "$place$samples/main-menu" "$place/var/lib/ivrea/flows/shop"
    with_switch module_flow
}

module_flow() {
    console ivrea flows
    console ivrea flows | grep '^shop/main .*ok'
    calls 5000
    until_true 60 has_call shop
}

# calls NUMBER
calls() { console bgapi originate "loopback/$1/default" '&park()'; }
has_call() { console ivrea calls | grep "$1"; }

# A flow that waits, so that a call is up for as long as it takes.
module_server() {
    trust_author
    rm -r "$place/home/tester/shop"
    mkdir -p "$place/home/tester/shop/flows"
    echo '{ "formatVersion": 1, "name": "Hold", "main": "main", "languages": [ "en" ] }' > "$place/home/tester/shop/project.json"
    cat > "$place/home/tester/shop/flows/main.flow.json" << END
{ "formatVersion": 1, "name": "Main", "start": "wait",
  "nodes": { "wait": { "type": "wait", "ms": 3600000, "exits": { "next": "end" } }, "end": { "type": "hangup" } } }
END
    in_root chown -R tester: /home/tester
    sed -i 's|"routes": \[\]|"routes": [ { "number": "6000", "flow": "shop" } ]|' "$place/etc/ivrea/server.json"
    sed -i 's|</settings>|<param name="server" value="/etc/ivrea/server.json"/></settings>|' \
        "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
    with_switch module_serves
}

module_serves() {
    answers
    module_deploys 1.0.0
    calls 6000
    until_true 60 has_call 1.0.0
    module_deploys 1.1.0
    calls 6000
    until_true 60 has_call 1.1.0
    has_call 1.0.0
    author env IVREA_TOKEN="$token" ivrea rollback shop --to "$server"
    console hupall NORMAL_CLEARING
    until_true 60 no_call
    calls 6000
    until_true 60 has_call 1.0.0
    fails has_call 1.1.0
    console hupall NORMAL_CLEARING
    until_true 60 no_call
    until_true 20 has_journeys 3
    in_root sh -c 'find /var/lib/ivrea/store /var/lib/ivrea/journeys /var/log/ivrea | xargs stat -c "%a %U:%G %n"'
}
module_deploys() {
    author env IVREA_TOKEN="$token" ivrea deploy /home/tester/shop --name shop --release "$1" \
        --key /home/tester/signing.key --passphrase-file /home/tester/passphrase --to "$server"
}
no_call() { ! has_call shop; }
has_journeys() { [ "$(in_root ivrea journeys list | tee /dev/stderr | grep -c shop)" -ge "$1" ]; }

module_upgrade() {
    later_package
    cp "$later" "$place/tmp/"
    with_switch module_goes_on
    # And, after the module was built anew, all of it.
    in_root make -C /usr/src/ivrea install
    with_switch module_call_of_server
}
module_goes_on() {
    calls 6000
    until_true 60 has_call 1.0.0
    in_root dpkg --force-confdef --force-confold -i /tmp/later.deb | tee /dev/stderr | grep -F "has to be built anew"
    has_call 1.0.0
    calls 6000
    until_true 60 two_calls
    answers
    module_deploys 1.2.0
    calls 6000
    until_true 60 has_call 1.2.0
    console hupall NORMAL_CLEARING
    until_true 60 no_call
}
two_calls() { [ "$(console ivrea calls | grep -c 1.0.0)" = 2 ]; }
module_call_of_server() {
    answers
    calls 6000
    until_true 60 has_call 1.2.0
}

console() { in_root "$FREESWITCH/bin/fs_cli" -P "$event_port" -x "$*"; }

module_removed() {
    in_root apt-get remove -y -qq ivrea
    [ ! -e "$place$FREESWITCH/mod/mod_ivrea.so" ]
    [ -f "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml" ]
    # What FreeSWITCH's user wrote can be used by the server alone again.
    [ "$(in_root stat -c '%a %U:%G' /var/lib/ivrea)" = "2770 ivrea:ivrea" ]
    [ ! -e "$place/etc/systemd/system/ivrea.service.d" ]
}

module_purged() {
    in_root apt-get purge -y -qq ivrea
    nothing_left ivrea
}
