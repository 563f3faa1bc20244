package org.ivrea.deploy.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.engine.spec.RecordSpec;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Names a field as the designer's forms do: `time zone`, `choices 2 keys`.
final class FieldWords {
    private final NodeRegistry registry;

    FieldWords(NodeRegistry registry) {
        this.registry = registry;
    }

    /// @param type the node's; empty for a field that belongs to no node
    String of(String type, JsonPointer pointer) {
        NodeSpec spec = registry.spec(type);
        @Nullable RecordSpec record = spec == null ? null : spec.record();
        @Nullable FieldKind kind = null;
        List<String> words = new ArrayList<>();
        for (String token : pointer.tokens()) {
            FieldSpec field = record == null ? null : field(record, token);
            if (field != null) {
                words.add(lower(field.label()));
                kind = field.kind();
            } else if (token.matches("\\d{1,6}")) {
                words.add(Integer.toString(Integer.parseInt(token) + 1));
                kind = kind instanceof FieldKind.ListOf(FieldKind item) ? item : null;
            } else {
                words.add(spaced(token));
                kind = kind instanceof FieldKind.MapOf(FieldKind value) ? value : null;
            }
            record = kind instanceof FieldKind.Structure(RecordSpec inner) ? inner : null;
        }
        return String.join(" ", words);
    }

    private static @Nullable FieldSpec field(RecordSpec record, String name) {
        return record.fields().stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
    }

    /// `timeZone` as `time zone`; what is no such word, an id for instance, as it is.
    private static String spaced(String token) {
        return token.matches("[a-z]+([A-Z][a-z]+)+")
                ? token.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT)
                : token;
    }

    /// Abbreviations keep their capitals.
    private static String lower(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
