package org.ivrea.engine.spec;

import org.ivrea.engine.node.Field.Unit;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A field of a node type, or of an object inside one.
///
/// @param defaultValue what the field means when it is left out; `null` when it has no default
/// @param required     true when leaving it out or empty is an error
/// @param nullable     true when leaving it out means "none"
/// @param min          least value of a number, least length of a list; `Long.MIN_VALUE` for none
/// @param max          greatest value of a number, greatest length of a list or text; `Long.MAX_VALUE` for none
/// @param setOn        for a variable: the exits after which it is set
/// @param maybeSet     for a variable: the flag beside it that says that it may keep its value; empty for none
/// @param advanced     true for what most authors never change
public record FieldSpec(String name, String label, String help, FieldKind kind, @Nullable Json defaultValue,
        boolean required, boolean nullable, long min, long max, Unit unit, SetOn setOn, String maybeSet,
        boolean advanced) {

    /// The values that are allowed, such as `100 to 120000 ms`; empty when all are.
    public String range() {
        String suffix = switch (unit) {
            case NONE -> "";
            case MILLISECONDS -> " ms";
            case BYTES -> " bytes";
            case HERTZ -> " Hz";
            case PERCENT -> " %";
        };
        if (min == Long.MIN_VALUE && max == Long.MAX_VALUE) {
            return "";
        }
        if (max == Long.MAX_VALUE) {
            return min + suffix + " or more";
        }
        return min == Long.MIN_VALUE ? "at most " + max + suffix : min + " to " + max + suffix;
    }
}
