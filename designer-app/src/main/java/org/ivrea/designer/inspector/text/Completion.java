package org.ivrea.designer.inspector.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Suggestion;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.ValueType;
import org.jspecify.annotations.Nullable;

/// What may come next in an expression.
///
/// @param from where the text begins that a suggestion takes the place of
record Completion(int from, List<Suggestion> suggestions) {

    /// @param place of the caret
    static Completion at(String text, int place, @Nullable Scope scope) {
        int from = place;
        while (from > 0 && isNamePart(text.charAt(from - 1))) {
            from--;
        }
        String typed = text.substring(from, place);
        List<Suggestion> found = names(typed, scope);
        int dot = typed.lastIndexOf('.');
        if (dot > 0 && found.isEmpty() || dot == 0) {
            return new Completion(from + dot + 1, CelFunctions.methods(typed.substring(dot + 1)));
        }
        if (dot < 0) {
            found.addAll(CelFunctions.functions(typed));
        }
        return new Completion(from, found);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    /// Variables of the flow first, then what the engine provides.
    private static List<Suggestion> names(String typed, @Nullable Scope scope) {
        List<Suggestion> own = new ArrayList<>();
        List<Suggestion> provided = new ArrayList<>();
        Map<String, ValueType> types = scope instanceof CelScope cel ? cel.types() : Map.of();
        types.forEach((name, type) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT)) && !name.equals(typed)) {
                (name.indexOf('.') > 0 || name.equals("channel") ? provided : own)
                        .add(Suggestion.of(name, Labels.words(type.key())));
            }
        });
        own.addAll(provided);
        return own;
    }
}
