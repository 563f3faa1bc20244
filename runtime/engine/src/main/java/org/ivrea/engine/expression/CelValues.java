package org.ivrea.engine.expression;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Results of CEL as values of flows.
final class CelValues {
    private CelValues() {}

    /// @throws EvaluationFailure when the result is no value of a flow
    static Object fromCel(Object result) {
        return switch (result) {
            case String _,Long _,Boolean _,Instant _ -> result;
            case Double number -> finite(number);
            case NullValue _ -> Values.NULL;
            case UnsignedLong number -> fromUnsigned(number);
            case Collection<?> list -> {
                List<Object> items = new ArrayList<>(list.size());
                list.forEach(item -> items.add(fromCel(item)));
                yield Collections.unmodifiableList(items);
            }
            case Map<?, ?> map -> {
                Map<String, Object> members = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((name, member) -> members.put(Values.text(fromCel(name)), fromCel(member)));
                yield Collections.unmodifiableMap(members);
            }
            case Optional<?> _ -> throw new EvaluationFailure(
                    "The result is an optional value; add .orValue(…) to say what to use when there is none");
            case Duration _ -> throw new EvaluationFailure(
                    "The result is a length of time; add .getSeconds() to make a whole number of it");
            default -> throw new EvaluationFailure(
                    "The result is neither text, number, true or false, list, map nor time");
        };
    }

    private static Object finite(Double number) {
        if (!Double.isFinite(number)) {
            throw new EvaluationFailure("The result is no number: it was divided by zero, or became too large");
        }
        return number;
    }

    private static Object fromUnsigned(UnsignedLong number) {
        if (number.compareTo(UnsignedLong.valueOf(Long.MAX_VALUE)) > 0) {
            throw new EvaluationFailure("The result does not fit a whole number");
        }
        return number.longValue();
    }

    /// @return `null` when values of the type cannot be a result
    static @Nullable ValueType type(CelType type) {
        return switch (type.kind()) {
            case INT, UINT -> ValueType.INT;
            case DOUBLE -> ValueType.NUMBER;
            case BOOL -> ValueType.BOOL;
            case STRING -> ValueType.STRING;
            case LIST -> ValueType.LIST;
            case MAP -> ValueType.MAP;
            case TIMESTAMP -> ValueType.TIME;
            case DYN, ANY, NULL_TYPE, TYPE_PARAM -> ValueType.ANY;
            default -> null;
        };
    }
}
