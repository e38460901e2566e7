# shellcheck shell=bash
# A real MySQL 8.4 or newer for `bin/floor test --database mysql`, beside the embedded MariaDB of every other day.
# The rest of the project reads only var/tools/mysqld (runs it) and var/tools/mysqld.properties.

has_mysql() {
    [[ -x $VAR/tools/mysqld && -r $VAR/tools/mysqld.properties ]] || return 1
    [[ -d $(sed -n 's/^messages=//p' "$VAR/tools/mysqld.properties") ]] &&
        grep -qxF "wrapper=$VAR/tools/mysqld" "$VAR/tools/mysqld.properties"
}

add_mysql() {
    local root='' program suite version
    program=$(PATH=$PATH:/usr/sbin command -v mysqld || true)
    if [[ -n $program ]] && version_at_least "$(mysql_version "$program")" 8.4; then
        detail "the machine's own"
        printf '#!/bin/bash\n# Written by bin/floor: the MySQL of this machine.\nexec %q "$@"\n' "$program" |
            write_tool mysqld
    else
        suite=$(newer_suite sid resolute)
        root=$CACHE/mysql-$suite-$(dpkg --print-architecture)
        private_copy "${root##*/}" "$suite" mysql-server-core
        wrap "$root" usr/sbin/mysqld "$root/usr/lib/mysql/private" | write_tool mysqld
    fi
    version=$(mysql_version "$VAR/tools/mysqld")
    [[ -n $version ]] || fail "the MySQL in ${root:-$program} does not run." "Remove ${root:-that package} and try again."
    write_tool mysqld.properties <<EOF
# Debian builds it to insist on /var/lib/mysql-files; start it with --secure-file-priv=NULL.
version=$version
messages=$(mysql_folder "$root" 'share/mysql*/english' | xargs -r -d '\n' dirname)
plugins=$(mysql_folder "$root" 'lib/mysql/plugin')
wrapper=$VAR/tools/mysqld
EOF
    detail "$version"
}

# MariaDB answers to the same name; it is no MySQL.
mysql_version() {
    "$1" --version 2>>"$SETUP_LOG" | grep -v MariaDB | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1 || true
}

mysql_folder() {
    find "$1/usr" -type d -path "$1/usr/$2" 2>/dev/null | head -n 1
}
