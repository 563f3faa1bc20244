package org.ivrea.designer.inspector.field;

import java.nio.charset.StandardCharsets;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonProblem;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.json.Parsed;

/// JSON as text that people edit.
public final class JsonTexts {
    private static final Messages TEXTS = Messages.of(JsonTexts.class);

    private JsonTexts() {}

    public static String of(Json value) {
        return JsonWriter.canonical(value).stripTrailing();
    }

    /// The value, or where the syntax is wrong.
    public static TextFormat.Typed typed(String text) {
        if (text.isBlank()) {
            return new TextFormat.Typed.Nothing();
        }
        Parsed parsed = JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        Json value = parsed.value();
        if (value != null) {
            return new TextFormat.Typed.Value(value);
        }
        JsonProblem problem = parsed.problems().getFirst();
        return new TextFormat.Typed.Wrong(TEXTS.get("json.wrong", problem.position().line(),
                problem.position().column(), problem.message()));
    }
}
