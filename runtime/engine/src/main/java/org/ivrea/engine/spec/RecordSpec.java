package org.ivrea.engine.spec;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.flow.codec.FieldShape;
import org.ivrea.flow.codec.Shape;
import org.jspecify.annotations.Nullable;

/// The fields of a record: of a node type, or of an object inside one.
public final class RecordSpec {
    private final Class<? extends Record> type;
    private final List<FieldSpec> fields;
    private final RecordHandles handles;

    RecordSpec(Class<? extends Record> type, List<FieldSpec> fields, RecordHandles handles) {
        this.type = type;
        this.fields = List.copyOf(fields);
        this.handles = handles;
    }

    public Class<? extends Record> type() {
        return type;
    }

    /// In the order of their declaration, which is their order in files.
    public List<FieldSpec> fields() {
        return fields;
    }

    /// @param values one per field, of its Java type
    Record create(@Nullable Object[] values) {
        return handles.create(values);
    }

    /// The value of the field at an index.
    @Nullable
    Object value(Record of, int index) {
        return handles.value(of, index);
    }

    /// The value of a field that is a flag; false when there is no such field.
    boolean flag(Record of, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return Boolean.TRUE.equals(value(of, i));
            }
        }
        return false;
    }

    Shape shape() {
        List<FieldShape> shapes = new ArrayList<>();
        for (FieldSpec field : fields) {
            shapes.add(new FieldShape(field.name(), field.defaultValue(), nested(field.kind())));
        }
        return new Shape(shapes);
    }

    private static @Nullable Shape nested(FieldKind kind) {
        return switch (kind) {
            case FieldKind.Structure(RecordSpec inner) -> inner.shape();
            case FieldKind.ListOf(FieldKind item) -> item instanceof FieldKind.PromptList ? null : nested(item);
            case FieldKind.PromptList _ -> PromptDecoder.SHAPE;
            default -> null;
        };
    }
}
