package org.ivrea.flow.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.json.Parsed;
import org.ivrea.flow.pack.PackageRefused.Reason;
import org.jspecify.annotations.Nullable;

/// Reads and writes `manifest.json`. It must be in the canonical form: one manifest, one text.
final class ManifestCodec {
    private static final JsonLimits LIMITS = JsonLimits.DEFAULT.withMaxBytes(16 << 20).withMaxDepth(8);

    private ManifestCodec() {}

    static byte[] write(PackageManifest manifest) {
        Map<String, Json> entries = new LinkedHashMap<>();
        manifest.entries().forEach((name, entry) -> entries.put(name,
                Json.obj("sha256", Json.of(entry.sha256()), "size", Json.of(entry.size()))));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("packageFormat", Json.of(PackageManifest.FORMAT_VERSION));
        members.put("name", Json.of(manifest.name()));
        members.put("version", Json.of(manifest.version()));
        members.put("flowFormat", Json.of(manifest.flowFormat()));
        members.put("modules", Json.arr(manifest.modules().stream().map(Json::of).toList()));
        members.put("entries", Json.obj(entries));
        return JsonWriter.canonicalBytes(Json.obj(members));
    }

    static PackageManifest read(byte[] bytes, PackageLimits limits) throws PackageRefused {
        Parsed parsed = JsonReader.read(bytes, LIMITS);
        if (!(parsed.value() instanceof Json.Obj manifest) || !parsed.problems().isEmpty()) {
            throw refused(parsed.problems().isEmpty()
                    ? "it is not a JSON object"
                    : parsed.problems().getFirst().message());
        }
        long format = number(manifest, "packageFormat");
        if (format > PackageManifest.FORMAT_VERSION) {
            throw new PackageRefused(Reason.NEWER, "The package is of format " + format
                    + ", made by a newer release of Ivrea; this one knows up to " + PackageManifest.FORMAT_VERSION
                    + ". Update Ivrea on this machine");
        }
        if (format != PackageManifest.FORMAT_VERSION) {
            throw refused("its format " + format + " never existed");
        }
        SortedMap<String, PackageEntry> entries = entries(manifest, limits);
        PackageManifest read;
        try {
            read = new PackageManifest(text(manifest, "name"), text(manifest, "version"),
                    Math.toIntExact(number(manifest, "flowFormat")), modules(manifest), entries);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        if (!java.util.Arrays.equals(write(read), bytes)) {
            throw new PackageRefused(Reason.NOT_CANONICAL, "The package's manifest is not in the one form that Ivrea "
                    + "writes, so another program made or changed it. Pack the project again");
        }
        return read;
    }

    private static SortedMap<String, PackageEntry> entries(Json.Obj manifest, PackageLimits limits)
            throws PackageRefused {
        if (!(manifest.get("entries") instanceof Json.Obj listed)) {
            throw refused("\"entries\" is missing");
        }
        if (listed.members().size() > limits.maxEntries()) {
            throw new PackageRefused(Reason.TOO_LARGE, "The package holds " + listed.members().size()
                    + " files; " + limits.maxEntries() + " are allowed");
        }
        SortedMap<String, PackageEntry> entries = new TreeMap<>();
        Map<String, String> folded = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : listed.members().entrySet()) {
            String name = member.getKey();
            String objection = EntryName.objectionTo(name);
            if (objection != null) {
                throw new PackageRefused(Reason.NAME, "The package holds a file that may not be called \""
                        + printable(name) + "\": " + objection);
            }
            String other = folded.put(EntryName.folded(name), name);
            if (other != null) {
                throw new PackageRefused(Reason.DUPLICATE, "The package holds \"" + other + "\" and \"" + name
                        + "\", which are the same file on some systems; rename one");
            }
            entries.put(name, entry(name, member.getValue(), limits));
        }
        return entries;
    }

    private static PackageEntry entry(String name, Json value, PackageLimits limits) throws PackageRefused {
        if (!(value instanceof Json.Obj entry)) {
            throw refused("what it says of \"" + name + "\" is no object");
        }
        long size = number(entry, "size");
        if (size > limits.maxEntryBytes()) {
            throw new PackageRefused(Reason.TOO_LARGE, "\"" + name + "\" in the package has " + size + " bytes; "
                    + limits.maxEntryBytes() + " are allowed");
        }
        try {
            return new PackageEntry(size, text(entry, "sha256"));
        } catch (IllegalArgumentException e) {
            throw refused("what it says of \"" + name + "\" is no size and SHA-256");
        }
    }

    private static List<String> modules(Json.Obj manifest) throws PackageRefused {
        if (!(manifest.get("modules") instanceof Json.Arr listed)) {
            throw refused("\"modules\" is missing");
        }
        List<String> modules = new ArrayList<>();
        for (Json module : listed.items()) {
            if (!(module instanceof Json.Str(String name))) {
                throw refused("a module is no text");
            }
            modules.add(name);
        }
        return modules;
    }

    private static String text(Json.Obj object, String member) throws PackageRefused {
        @Nullable Json value = object.get(member);
        if (value instanceof Json.Str(String text)) {
            return text;
        }
        throw refused("\"" + member + "\" is missing or no text");
    }

    private static long number(Json.Obj object, String member) throws PackageRefused {
        @Nullable Json value = object.get(member);
        if (value instanceof Json.Num(BigDecimal number)) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException _) {
                throw refused("\"" + member + "\" is no whole number");
            }
        }
        throw refused("\"" + member + "\" is missing or no number");
    }

    private static PackageRefused refused(String why) {
        return new PackageRefused(Reason.MANIFEST,
                "The package's manifest cannot be used: " + why + ". Pack the project again");
    }

    private static String printable(String name) {
        String shortened = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        return shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
