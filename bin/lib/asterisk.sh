# shellcheck shell=bash
# Asterisk 20 or newer: the machine's own when it has all that the floor uses, else a private copy.
# The rest of the project reads only var/tools/asterisk (runs it) and var/tools/asterisk.properties.
readonly ASTERISK_MODULES=(chan_pjsip res_pjsip_transport_websocket res_srtp app_mixmonitor app_chanspy app_bridgewait
    app_originate app_userevent bridge_softmix func_channel pbx_config res_http_websocket)

has_asterisk() {
    [[ -x $VAR/tools/asterisk && -r $VAR/tools/asterisk.properties ]] || return 1
    local modules
    modules=$(sed -n 's/^modules=//p' "$VAR/tools/asterisk.properties")
    # The cache may have been emptied, the package removed.
    [[ -f $modules/chan_pjsip.so ]] && grep -qxF "wrapper=$VAR/tools/asterisk" "$VAR/tools/asterisk.properties"
}

add_asterisk() {
    local root='' modules data
    modules=$(system_asterisk_modules)
    if [[ -n $modules ]]; then
        detail "the machine's own"
        data=$(asterisk_data '')
        printf '#!/bin/bash\n# Written by bin/floor: the Asterisk of this machine.\nexec %q "$@"\n' \
            "$(asterisk_program)" | write_tool asterisk
    else
        local suite
        suite=$(newer_suite forky resolute)
        root=$CACHE/asterisk-$suite-$(dpkg --print-architecture)
        private_copy "${root##*/}" "$suite" asterisk
        modules=$(find "$root/usr/lib" -type d -path '*/asterisk/modules' | head -n 1)
        data=$(asterisk_data "$root")
        wrap "$root" usr/sbin/asterisk | write_tool asterisk
    fi
    local version
    version=$("$VAR/tools/asterisk" -V 2>>"$SETUP_LOG" | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1) || true
    [[ -n $version ]] || fail "the Asterisk in ${root:-$(asterisk_program)} does not run." \
        "Remove ${root:-that package} and try again."
    write_tool asterisk.properties <<EOF
version=$version
modules=$modules
data=$data
wrapper=$VAR/tools/asterisk
EOF
    detail "$version"
}

asterisk_program() {
    PATH=$PATH:/usr/sbin:/usr/local/sbin command -v asterisk || true
}

# Prints the folder of modules of an Asterisk that will do, else nothing.
system_asterisk_modules() {
    local program modules module
    program=$(asterisk_program)
    [[ -n $program ]] || return 0
    version_at_least "$("$program" -V | grep -oE '[0-9]+\.[0-9.]+' | head -n 1)" 20 || return 0
    modules=$(find /usr/lib /usr/local/lib -type d -path '*/asterisk/modules' 2>/dev/null | head -n 1)
    for module in "${ASTERISK_MODULES[@]}"; do
        [[ -f $modules/$module.so ]] || return 0
    done
    printf '%s' "$modules"
}

# The folder with documentation/, without which Asterisk refuses to configure its modules.
asterisk_data() {
    local folder
    for folder in "$1"/usr/share/asterisk "$1"/var/lib/asterisk "$1"/usr/local/share/asterisk; do
        if [[ -f $folder/documentation/core-en_US.xml ]]; then
            printf '%s' "$folder"
            return
        fi
    done
}
