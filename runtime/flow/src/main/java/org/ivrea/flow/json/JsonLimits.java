package org.ivrea.flow.json;

/// What a JSON text may hold at most, so that a hostile one costs bounded time and memory.
///
/// @param maxBytes        the longest text, in bytes
/// @param maxDepth        the deepest nesting of objects and arrays, at most 1,000
/// @param maxMembers      the most members of one object, and the most items of one array; caps the nodes of a flow
/// @param maxStringLength the longest string or member name, in UTF-16 units
/// @param maxDigits       the most digits of one number
/// @param maxExponent     the largest exponent of a number, either way
public record JsonLimits(int maxBytes, int maxDepth, int maxMembers, int maxStringLength, int maxDigits,
        int maxExponent) {

    /// 16 MiB, 64 levels, 200,000 members, strings of 1 MiB, numbers of 1,000 digits and exponents up to 999.
    public static final JsonLimits DEFAULT = new JsonLimits(16 << 20, 64, 200_000, 1 << 20, 1_000, 999);

    private static final int DEEPEST = 1_000;

    public JsonLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxMembers < 1 || maxStringLength < 1 || maxDigits < 1
                || maxExponent < 0) {
            throw new IllegalArgumentException("JSON limits must be positive");
        }
        if (maxDepth > DEEPEST) {
            throw new IllegalArgumentException("JSON may be nested " + DEEPEST + " levels deep at most, not "
                    + maxDepth);
        }
    }

    public JsonLimits withMaxBytes(int bytes) {
        return new JsonLimits(bytes, maxDepth, maxMembers, maxStringLength, maxDigits, maxExponent);
    }

    public JsonLimits withMaxDepth(int depth) {
        return new JsonLimits(maxBytes, depth, maxMembers, maxStringLength, maxDigits, maxExponent);
    }

    public JsonLimits withMaxMembers(int members) {
        return new JsonLimits(maxBytes, maxDepth, members, maxStringLength, maxDigits, maxExponent);
    }

    public JsonLimits withMaxStringLength(int length) {
        return new JsonLimits(maxBytes, maxDepth, maxMembers, length, maxDigits, maxExponent);
    }
}
