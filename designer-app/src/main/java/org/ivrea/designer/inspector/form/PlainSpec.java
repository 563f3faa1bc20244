package org.ivrea.designer.inspector.form;

import java.util.List;
import org.ivrea.engine.node.Field.Unit;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.SetOn;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Specs of values that no node type declares: items of lists, parts of prompts, unknown fields.
public final class PlainSpec {
    private static final SetOn ALWAYS = new SetOn(List.of(), List.of(), true);

    private PlainSpec() {}

    public static FieldSpec of(String name, String label, FieldKind kind, boolean required, Unit unit) {
        return of(name, label, kind, null, required, unit);
    }

    static FieldSpec of(String name, String label, FieldKind kind, @Nullable Json defaultValue, boolean required,
            Unit unit) {
        return new FieldSpec(name, label, "", kind, defaultValue, required, false, Long.MIN_VALUE, Long.MAX_VALUE, unit,
                ALWAYS, "", false);
    }
}
