package org.ivrea.designer.inspector.flow;

import java.math.BigDecimal;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.field.JsonTexts;
import org.ivrea.designer.inspector.field.TextFormat.Typed;
import org.ivrea.flow.json.Json;

/// The initial value of a variable as text, by the variable's type.
final class InitialText {
    private static final Messages TEXTS = Messages.of(InitialText.class);

    private InitialText() {}

    static String of(Json value) {
        String text = value.asText();
        return text == null ? value.toString() : text;
    }

    static Typed typed(String type, String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return new Typed.Nothing();
        }
        return switch (type) {
            case "string", "time" -> new Typed.Value(Json.of(text));
            case "bool" -> plain.equals("true") || plain.equals("false")
                    ? new Typed.Value(Json.of(plain.equals("true")))
                    : new Typed.Wrong(TEXTS.get("initial.bool"));
            case "int" -> plain.matches("[+-]?\\d{1,18}")
                    ? new Typed.Value(Json.of(Long.parseLong(plain)))
                    : new Typed.Wrong(TEXTS.get("initial.int"));
            case "number" -> plain.matches("[+-]?\\d{1,18}([.,]\\d{1,18})?")
                    ? new Typed.Value(Json.of(new BigDecimal(plain.replace(',', '.'))))
                    : new Typed.Wrong(TEXTS.get("initial.number"));
            default -> JsonTexts.typed(text);
        };
    }
}
