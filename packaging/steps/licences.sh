# shellcheck shell=sh
# What an installer holds of others, and under which licences, in Debian's machine-readable format. Sourced.

# copyright TARGET LIBRARIES JAVA: LIBRARIES is what license-maven-plugin wrote; JAVA's folder legal says what it holds. Beside
# TARGET, TARGET.debian refers to the texts that Debian has itself.
copyright() {
    {
        cat "$here/licences/header"
        cat "$2"
        for licence in $(sed -n 's/^License: //p' "$here/licences/header" "$2" | sed 's/ or /\n/g; s/ and /\n/g' | LC_ALL=C sort -u); do
            licence_text "$licence" > /dev/null || die "packaging/licences has no text of the licence \"$licence\""
            echo "License: $licence"
            licence_text "$licence" | sed 's/[[:space:]]*$//; s/^$/./; s/^/ /'
            echo
        done
    } > "$1"
    awk '/^License: / { own = 0 }
        /^License: Apache-2.0$/ && last !~ /^Copyright:/ {
            print; print " On Debian the text is in /usr/share/common-licenses/Apache-2.0."; print ""; own = 1
        }
        !own { print } { last = $0 }' "$1" > "$1.debian"
    [ -d "$3/legal/java.base" ] || die "the Java in $3 does not say under which licences it is"
}

licence_text() {
    case $1 in
        Apache-2.0) cat "$root/LICENSE" ;;
        *) cat "$here/licences/$1" ;;
    esac
}
