package org.ivrea.engine.nodes;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.pattern.BoundedPattern;
import org.jspecify.annotations.Nullable;

/// Patterns for keys (RE2: linear time, whatever the pattern). Nodes are records and hold the source only, so that the
/// compiled patterns are kept here.
final class KeyPatterns {
    private static final int MOST = 1_000;
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private KeyPatterns() {}

    /// True when the pattern describes all of the keys.
    ///
    /// @throws NodeFailure when it is no pattern
    static boolean matches(String pattern, String keys) {
        Pattern compiled = compile(pattern);
        if (compiled == null) {
            throw new NodeFailure("bad-pattern", "\"" + pattern + "\" is no regular expression; correct the pattern");
        }
        return compiled.matches(keys);
    }

    /// @return `null` when it is no pattern
    static @Nullable Pattern compile(String pattern) {
        Pattern known = COMPILED.get(pattern);
        if (known != null) {
            return known;
        }
        try {
            Pattern compiled = BoundedPattern.compile(pattern);
            if (COMPILED.size() >= MOST) {
                COMPILED.clear();
            }
            COMPILED.put(pattern, compiled);
            return compiled;
        } catch (PatternSyntaxException e) {
            return null;
        }
    }
}
