package org.ivrea.flow.pack;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.ivrea.flow.project.LanguageTag;
import org.jspecify.annotations.Nullable;

/// What files of a package may be called: those of a project, by names that every system can write, and that stay in
/// the folder they are written to.
final class EntryName {

    /// In characters.
    static final int LONGEST = 255;

    private static final String SETTINGS = "project.json";
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4",
            "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
            "lpt9");

    private EntryName() {}

    /// @return what is wrong with the name; `null` for nothing
    static @Nullable String objectionTo(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return "a name has 1 to " + LONGEST + " characters";
        }
        if (name.startsWith("/") || name.matches("^[A-Za-z]:.*")) {
            return "it is absolute";
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f || "\\:*?\"<>|".indexOf(c) >= 0)) {
            return "it holds a character that not every system can write";
        }
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            return "its letters are not in the composed form (NFC)";
        }
        for (String part : name.split("/", -1)) {
            String objection = objectionToPart(part);
            if (objection != null) {
                return objection;
            }
        }
        return isOfProject(name)
                ? null
                : "a package holds project.json, flows/, prompts/ and tests/, and nothing else";
    }

    private static @Nullable String objectionToPart(String part) {
        if (part.equals("..") || part.equals(".") || part.isEmpty()) {
            return "it holds an empty part, \".\" or \"..\"";
        }
        if (part.startsWith(".")) {
            return "it is hidden";
        }
        if (part.endsWith(".") || part.endsWith(" ") || part.startsWith(" ")) {
            return "a part of it begins with a blank, or ends with a blank or a full stop";
        }
        int dot = part.indexOf('.');
        String base = dot < 0 ? part : part.substring(0, dot);
        return DEVICES.contains(base.toLowerCase(Locale.ROOT)) ? "\"" + part + "\" is a device on Windows" : null;
    }

    private static boolean isOfProject(String name) {
        String[] parts = name.split("/", -1);
        return switch (parts[0]) {
            case SETTINGS -> parts.length == 1;
            case "flows" -> parts.length == 2 && parts[1].endsWith(".flow.json");
            case "prompts" -> parts.length >= 3 && LanguageTag.isWellFormed(parts[1]);
            case "tests" -> parts.length >= 2;
            default -> false;
        };
    }

    /// Two names that are one file where letters' case does not count.
    static String folded(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
