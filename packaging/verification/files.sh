# shellcheck shell=bash
# What can be said of the packages' files without installing them. Sourced.

verify_files() {
    unpacked=$work/unpacked
    rm -rf "$unpacked"
    mkdir -p "$unpacked"
    for name in ivrea ivrea-designer; do
        dpkg-deb -x "$out/${name}_${debian_version}_$architecture.deb" "$unpacked/$name"
    done
    check files "lintian has nothing to say that is not explained" with lintian files_lintian
    check files "groff and mandoc find no mistake in the manual pages" with mandoc files_manual
    check files "menu entry, file types and AppStream data are valid" with appstreamcli files_desktop
    check files "every library of both has its licence's text" files_licences
    check files "the bills of materials say what is inside, no more and no less" with jq files_materials
    check files "the archives hold what the packages hold" files_archives
    check files "shellcheck finds nothing in the project's scripts" with shellcheck files_scripts
    rm -rf "$unpacked"
}

# with PROGRAM COMMAND...: or it is skipped.
with() {
    command -v "$1" > /dev/null || skip "$1 is not installed"
    shift
    "$@"
}

# Whatever is overridden has its reason beside it, in packaging/debian/NAME.overrides.
files_lintian() {
    lintian --info --tag-display-limit 0 --fail-on error,warning --suppress-tags bad-distribution-in-changes-file \
        "$out/ivrea_${debian_version}_$architecture.deb" "$out/ivrea-designer_${debian_version}_$architecture.deb"
}

files_manual() {
    local page wrong=0
    for page in "$unpacked"/*/usr/share/man/man1/*.gz; do
        said=$(zcat "$page" | groff -Kutf8 -man -Tutf8 -ww -z 2>&1; zcat "$page" | mandoc -Tlint -Wwarning 2>&1) || true
        [ -z "$said" ] || { echo "$(basename "$page"): $said"; wrong=1; }
    done
    return "$wrong"
}

files_desktop() {
    local share=$unpacked/ivrea-designer/usr/share
    desktop-file-validate "$share/applications/ivrea-designer.desktop"
    appstreamcli validate --no-net --pedantic "$share/metainfo/org.ivrea.designer.metainfo.xml"
    mkdir -p "$unpacked/mime/packages"
    cp "$share/mime/packages/ivrea-designer.xml" "$unpacked/mime/packages/"
    update-mime-database -V "$unpacked/mime"
    # What the menu entry opens is what the file types are.
    sed -n 's/^MimeType=//p' "$share/applications/ivrea-designer.desktop" | tr ';' '\n' | sed '/^$/d' | sort > "$unpacked/opened"
    sed -n 's/.*<mime-type type="\([^"]*\)".*/\1/p' "$unpacked/mime/packages/ivrea-designer.xml" | sort | diff - "$unpacked/opened"
}

# Each paragraph of files names licences, and each of these has a paragraph with its text; the Java has its own folder.
files_licences() {
    local name file licence
    for name in ivrea ivrea-designer; do
        file=$unpacked/$name/usr/share/doc/$name/copyright
        echo "$name: $(grep -c '^Files: ' "$file") paragraphs"
        for licence in $(awk '/^Files:/ { files = 1 } /^License:/ && files { files = 0; sub("License: ", ""); print }' "$file" \
            | sed 's/ or /\n/g; s/ and /\n/g' | sort -u); do
            awk -v licence="$licence" '$0 == "License: " licence { getline; if ($0 ~ /^ /) found = 1 } END { exit !found }' \
                "$file" || { echo "$name: no text of $licence"; return 1; }
        done
    done
    ls "$unpacked/ivrea/usr/lib/ivrea/runtime/legal/java.base/LICENSE" \
        "$unpacked/ivrea-designer/usr/lib/ivrea-designer/lib/runtime/legal/java.base/LICENSE"
}

# Each jar by its sum, and the Java by its version; the same each time, so without time and serial number.
files_materials() {
    files_bill ivrea "$unpacked/ivrea/usr/lib/ivrea/lib" ivrea-server.jar "$unpacked/ivrea/usr/lib/ivrea/runtime"
    files_bill ivrea-designer "$unpacked/ivrea-designer/usr/lib/ivrea-designer/lib/app" ivrea-designer.jar \
        "$unpacked/ivrea-designer/usr/lib/ivrea-designer/lib/runtime"
}

# files_bill PACKAGE JARS MAIN JAVA: the main jar is what the bill is of.
files_bill() {
    local bill=$unpacked/$1/usr/share/doc/$1/bom.json
    jq -e '.bomFormat == "CycloneDX" and (has("serialNumber") | not) and (.metadata | has("timestamp") | not)' "$bill"
    jq -r '"\(.metadata.component.name) \(.metadata.component.version), \(.components | length) components"' "$bill"
    [ "$(jq -r '.metadata.component | .name + "-" + .version' "$bill")" = "${3%.jar}-$version" ]
    [ "$(jq -r '.components[] | select(.name == "OpenJDK").purl' "$bill")" \
        = "pkg:generic/openjdk@$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$4/release")" ]
    jq -r '.components[] | select(.type == "library").hashes[] | select(.alg == "SHA-256").content' "$bill" | sort \
        > "$unpacked/listed"
    find "$2" -name '*.jar' ! -name "$3" -exec sha256sum {} + | cut -d ' ' -f 1 | sort | diff "$unpacked/listed" -
    # Whatever is under no licence that is told is a mistake.
    [ "$(jq '[.components[] | select(.licenses | length == 0)] | length' "$bill")" = 0 ]
}

# The same programs and jars, byte by byte.
files_archives() {
    local archive=$unpacked/archive
    mkdir -p "$archive"
    tar -xf "$out/ivrea-$version-linux-$architecture.tar.gz" -C "$archive"
    tar -xf "$out/ivrea-designer-$version-linux-$architecture.tar.gz" -C "$archive"
    for folder in bin lib runtime; do
        diff -r "$archive/ivrea-$version-linux-$architecture/$folder" "$unpacked/ivrea/usr/lib/ivrea/$folder"
    done
    for folder in bin lib; do
        diff -r "$archive/ivrea-designer-$version-linux-$architecture/$folder" \
            "$unpacked/ivrea-designer/usr/lib/ivrea-designer/$folder"
    done
    (cd "$out" && sha256sum --check SHA256SUMS)
}

files_scripts() {
    local scripts
    mapfile -t scripts < <(cd "$root" && git ls-files | while read -r file; do
        [ -f "$file" ] && head -1 "$file" | grep -qE '^#!.*[/ ](ba)?sh' && echo "$file"
    done)
    cd "$root"
    shellcheck "${scripts[@]}"
}
