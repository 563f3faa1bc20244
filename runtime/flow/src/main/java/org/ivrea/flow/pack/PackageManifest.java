package org.ivrea.flow.pack;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ivrea.flow.document.NodeId;

/// What a package says of itself.
///
/// @param name       of the project on servers: as [NodeId#isValid] says
/// @param version    the author's: 1 to 64 letters, digits, `.`, `-`, `+` and `_`
/// @param flowFormat the version of the flow format that its files are in
/// @param modules    the modules of the switch that its flows need, sorted
/// @param entries    the files by name
public record PackageManifest(String name, String version, int flowFormat, List<String> modules,
        SortedMap<String, PackageEntry> entries) {

    /// The version of the package format that this release reads and writes.
    public static final int FORMAT_VERSION = 1;

    /// What the names of package files end with.
    public static final String SUFFIX = ".ivrea";

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}");
    private static final Pattern MODULE = Pattern.compile("mod_[a-z0-9_]{1,60}");

    public PackageManifest {
        if (!NodeId.isValid(name)) {
            throw new IllegalArgumentException("A package's name is " + NodeId.RULE + ", not \"" + name + "\"");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("A package's version is 1 to 64 letters, digits and . - + _, such as "
                    + "1.2.0, not \"" + version + "\"");
        }
        for (String module : modules) {
            if (!MODULE.matcher(module).matches()) {
                throw new IllegalArgumentException("\"" + module + "\" is no module of the switch");
            }
        }
        modules = modules.stream().sorted().distinct().toList();
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /// `NAME-VERSION.ivrea`.
    public String fileName() {
        return name + "-" + version + SUFFIX;
    }
}
