package org.ivrea.flow.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of a node type, or of an object inside one.
///
/// @param fields in the order in which files have them, each name once
public record Shape(List<FieldShape> fields) {
    public Shape {
        fields = List.copyOf(fields);
        if (fields.stream().map(FieldShape::name).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("a field is listed twice in " + fields);
        }
    }

    public @Nullable FieldShape field(String name) {
        for (FieldShape field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    List<String> names() {
        return fields.stream().map(FieldShape::name).toList();
    }
}
