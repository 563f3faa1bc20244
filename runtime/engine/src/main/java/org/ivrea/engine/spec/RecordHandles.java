package org.ivrea.engine.spec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a record and reads its components. What calls them by arrays and objects is made at first use: for all records
/// that takes longer than everything else about them, and a program that starts uses few.
final class RecordHandles {
    private final MethodHandle constructor;
    private final List<MethodHandle> accessors;
    /// Immutable, so that it does not matter when two threads make it.
    private @Nullable Generic generic;

    private record Generic(MethodHandle constructor, List<MethodHandle> accessors) {}

    /// @param accessors in the order of the components
    RecordHandles(MethodHandle constructor, List<MethodHandle> accessors) {
        this.constructor = constructor;
        this.accessors = List.copyOf(accessors);
    }

    private Generic generic() {
        Generic made = generic;
        if (made == null) {
            made = new Generic(
                    constructor.asSpreader(Object[].class, constructor.type().parameterCount())
                            .asType(MethodType.methodType(Object.class, Object[].class)),
                    accessors.stream().map(it -> it.asType(MethodType.methodType(Object.class, Object.class)))
                            .toList());
            generic = made;
        }
        return made;
    }

    Record create(@Nullable Object[] values) {
        MethodHandle call = generic().constructor;
        return (Record) Invocation.call(() -> call.invokeExact(values));
    }

    @Nullable
    Object value(Record of, int index) {
        MethodHandle call = generic().accessors.get(index);
        return Invocation.callNullable(() -> call.invokeExact((Object) of));
    }
}
