package org.ivrea.engine.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.LocalizedText;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.engine.prompt.PromptItem;
import org.ivrea.engine.prompt.SayAs;
import org.ivrea.flow.codec.FieldShape;
import org.ivrea.flow.codec.Shape;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.DidYouMean;
import org.jspecify.annotations.Nullable;

/// Decodes prompts. What an item is, its members tell: `file`, else `text`, `say`, `silenceMs`, `toneHz`.
final class PromptDecoder {
    static final Shape SHAPE = new Shape(List.of(member("file"), member("text"), member("say"), member("value"),
            member("currency"), member("silenceMs"), member("toneHz"), member("ms")));

    private static final int LONGEST_MS = 60_000;
    private static final List<String> WAYS = Arrays.stream(SayAs.values()).map(SayAs::key).toList();

    private final ValueDecoder values;
    private final FieldSpec field;

    PromptDecoder(ValueDecoder values, FieldSpec field) {
        this.values = values;
        this.field = field;
    }

    private static FieldShape member(String name) {
        return new FieldShape(name, null);
    }

    @Nullable
    Prompt prompt(Json json, JsonPointer at) {
        if (!(json instanceof Json.Arr(var items))) {
            values.wrongKind(field, new FieldKind.PromptList(), json, at);
            return null;
        }
        List<PromptItem> decoded = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            PromptItem item = item(items.get(i), at.child(i));
            if (item != null) {
                decoded.add(item);
            }
        }
        return new Prompt(decoded);
    }

    private @Nullable PromptItem item(Json json, JsonPointer at) {
        if (json instanceof Json.Obj item) {
            if (item.get("file") != null) {
                return recording(item, at);
            }
            if (item.get("text") instanceof Json text) {
                LocalizedText decoded = text(text, at.child("text"));
                return decoded == null ? null : new PromptItem.Speech(decoded);
            }
            if (item.get("say") instanceof Json way) {
                return say(item, way, at);
            }
            if (item.get("silenceMs") instanceof Json ms) {
                Integer length = number("silenceMs", ms, 1, LONGEST_MS, at);
                return length == null ? null : new PromptItem.Silence(length);
            }
            if (item.get("toneHz") instanceof Json hertz) {
                return tone(item, hertz, at);
            }
        }
        values.report(ValueDecoder.VALUE, at, "A prompt item is an object with \"file\", \"text\", \"say\","
                + " \"silenceMs\" or \"toneHz\"; say what is to be heard");
        return null;
    }

    private @Nullable PromptItem recording(Json.Obj item, JsonPointer at) {
        Json fileJson = item.get("file");
        String file = fileJson == null ? null : fileJson.asText();
        if (file == null || file.isEmpty()) {
            values.report(ValueDecoder.KIND, at.child("file"), "\"file\" must be the name of a recording");
            return null;
        }
        Json text = item.get("text");
        LocalizedText decoded = text == null ? LocalizedText.EMPTY : text(text, at.child("text"));
        return new PromptItem.Recording(file, decoded == null ? LocalizedText.EMPTY : decoded);
    }

    private @Nullable LocalizedText text(Json json, JsonPointer at) {
        return values.localized(field, new FieldKind.Localized(), json, at);
    }

    private @Nullable PromptItem say(Json.Obj item, Json way, JsonPointer at) {
        String name = way.asText();
        SayAs as = null;
        for (SayAs candidate : SayAs.values()) {
            if (candidate.key().equals(name)) {
                as = candidate;
            }
        }
        if (as == null) {
            values.report(ValueDecoder.VALUE, at.child("say"), "\"say\" must be one of " + String.join(", ", WAYS)
                    + (name == null ? "" : DidYouMean.hint(name, WAYS)));
            return null;
        }
        Json value = item.get("value");
        if (value == null) {
            values.report(ValueDecoder.MISSING, at.child("value"), "\"value\" is missing: give an expression");
            return null;
        }
        Json currency = item.get("currency");
        String code = currency == null ? null : currency.asText();
        if (currency != null && (code == null || !code.matches("[A-Z]{3}"))) {
            values.report(ValueDecoder.VALUE, at.child("currency"),
                    "\"currency\" must be a code of three capital letters, such as \"EUR\"");
        }
        if (as == SayAs.MONEY && currency == null) {
            values.report(ValueDecoder.MISSING, at.child("currency"),
                    "\"currency\" is missing: give a code such as \"EUR\"");
        }
        Expression expression = values.expression(field, ValueType.ANY, value, at.child("value"));
        return expression == null ? null : new PromptItem.Say(as, expression, code);
    }

    private @Nullable PromptItem tone(Json.Obj item, Json hertzJson, JsonPointer at) {
        Integer hertz = number("toneHz", hertzJson, 20, 4_000, at);
        Json msJson = item.get("ms");
        if (msJson == null) {
            values.report(ValueDecoder.MISSING, at.child("ms"), "\"ms\" is missing: say how long the tone lasts");
            return null;
        }
        Integer ms = number("ms", msJson, 1, LONGEST_MS, at);
        return hertz == null || ms == null ? null : new PromptItem.Tone(hertz, ms);
    }

    private @Nullable Integer number(String name, Json json, int min, int max, JsonPointer at) {
        Integer number = json.asInt();
        if (number == null || number < min || number > max) {
            values.report(ValueDecoder.RANGE, at.child(name),
                    "\"" + name + "\" must be a whole number from " + min + " to " + max);
            return null;
        }
        return number;
    }
}
