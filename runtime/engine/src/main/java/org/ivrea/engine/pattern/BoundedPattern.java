package org.ivrea.engine.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.MatchResult;

/// Compiles regular expressions (RE2) from flows and call scripts, which may be hostile. RE2 runs in linear time whatever the
/// pattern, but compiles a repetition such as `{1000}` to as many copies, and those inside others multiply: so the size
/// is estimated, never too low, before anything is compiled.
public final class BoundedPattern {

    /// The largest pattern that is compiled, in estimated instructions.
    public static final int LARGEST = 100_000;

    /// Why a larger one is refused.
    public static final String TOO_LARGE = "too large, or repeats too much";

    private static final java.util.regex.Pattern REPETITION = java.util.regex.Pattern
            .compile("\\{([0-9]+)(?:,([0-9]+)?)?}");

    private BoundedPattern() {}

    /// An estimate of the compiled pattern's size that is never too low; some number above [#LARGEST] for all that are
    /// larger.
    public static long size(String source) {
        long size = Math.max(1, source.length());
        var repetitions = REPETITION.matcher(source).results().iterator();
        while (repetitions.hasNext() && size <= LARGEST) {
            size *= copies(repetitions.next());
        }
        return size;
    }

    private static long copies(MatchResult repetition) {
        String most = repetition.group(2) == null ? repetition.group(1) : repetition.group(2);
        return most.length() > 4 ? LARGEST + 1L : Math.max(1, Integer.parseInt(most)) + 1L;
    }

    /// @param flags those of [Pattern]
    /// @throws PatternSyntaxException when it is no pattern, or too large
    public static Pattern compile(String source, int flags) {
        if (size(source) > LARGEST) {
            throw new PatternSyntaxException(TOO_LARGE, source);
        }
        return Pattern.compile(source, flags);
    }

    /// @throws PatternSyntaxException when it is no pattern, or too large
    public static Pattern compile(String source) {
        return compile(source, 0);
    }
}
