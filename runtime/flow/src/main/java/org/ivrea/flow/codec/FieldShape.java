package org.ivrea.flow.codec;

import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// One field.
///
/// @param defaultValue what the field means when it is left out; `null` when it has no default
/// @param nested       the members of the field's object, or of each object in its array; `null` for other fields
public record FieldShape(String name, @Nullable Json defaultValue, @Nullable Shape nested) {
    public FieldShape(String name, @Nullable Json defaultValue) {
        this(name, defaultValue, null);
    }
}
