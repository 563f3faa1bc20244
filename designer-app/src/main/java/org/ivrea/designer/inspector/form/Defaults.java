package org.ivrea.designer.inspector.form;

import java.math.BigDecimal;
import org.ivrea.engine.node.Field.Unit;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// The values of fields in the words of a form.
public final class Defaults {
    private Defaults() {}

    /// The default of a field, such as "5 s"; empty when it has none.
    public static String words(FieldSpec spec) {
        return words(spec, spec.defaultValue());
    }

    static String words(FieldSpec spec, @Nullable Json value) {
        return switch (value) {
            case Json.Num(BigDecimal number) when spec.unit() == Unit.MILLISECONDS && number.scale() == 0
                    && number.precision() < 16 ->
                DurationText.of(number.longValue());
            case Json.Str(String text) when spec.kind() instanceof FieldKind.Choice -> Labels.words(text);
            case Json.Str(String text) -> text;
            case null -> "";
            default -> value.toString();
        };
    }
}
