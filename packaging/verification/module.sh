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
    check module "apt installs the .deb" install_package "$out/ivrea_${debian_version}_$architecture.deb"
    check module "make install builds mod_ivrea and installs it" module_install
    check module "FreeSWITCH loads it, and a call runs a flow" module_call
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
}

module_install() {
    in_root make -C /usr/src/ivrea install
    [ -f "$place$FREESWITCH/mod/mod_ivrea.so" ]
    grep 'value="/usr/lib/ivrea/lib"' "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
    grep 'value="/usr/lib/ivrea/runtime"' "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
    # What an operator wrote stays when it is done again.
    sed -i 's/"max-calls" value="1000"/"max-calls" value="77"/' "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
    in_root make -C /usr/src/ivrea install
    grep '"max-calls" value="77"' "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml"
}

# A switch with few modules, no telephones, and the configuration that was installed.
module_call() {
    local modules configuration=$place/tmp/switch code=0
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
</context></section>
</document>
END
    cp -R "$place$samples/main-menu" "$place/var/lib/ivrea/flows/shop"
    in_root "$FREESWITCH/bin/freeswitch" -nf -nc -nonat -nosql -np -conf /tmp/switch -log /tmp/switch -db /tmp/switch &
    local server=$!
    module_flow || code=$?
    console fsctl shutdown now || kill "$server"
    wait "$server" || true
    return "$code"
}

module_flow() {
    until_true 120 console ivrea flows || return 1
    console ivrea flows
    console ivrea flows | grep '^shop/main .*ok' || return 1
    console bgapi originate loopback/5000/default '&park()' || return 1
    until_true 60 module_has_call
}
module_has_call() { console ivrea calls | grep shop; }

console() { in_root "$FREESWITCH/bin/fs_cli" -P "$event_port" -x "$*"; }

module_removed() {
    in_root apt-get remove -y -qq ivrea
    [ ! -e "$place$FREESWITCH/mod/mod_ivrea.so" ]
    [ -f "$place$FREESWITCH/conf/autoload_configs/ivrea.conf.xml" ]
}

module_purged() {
    in_root apt-get purge -y -qq ivrea
    nothing_left ivrea
}
