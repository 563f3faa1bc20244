package org.ivrea.engine.spec;

import java.util.List;
import java.util.stream.Collectors;

/// The exits after which a variable that a node names is set.
///
/// @param exits  those after which it is set; empty for all
/// @param except those after which it is not
/// @param always false when it may keep its value even so
public record SetOn(List<String> exits, List<String> except, boolean always) {
    static final SetOn ALL = new SetOn(List.of(), List.of(), true);

    public SetOn {
        exits = List.copyOf(exits);
        except = List.copyOf(except);
    }

    /// True when the variable is sure to be set after the exit.
    public boolean holds(String exit) {
        return always && (exits.isEmpty() || exits.contains(exit)) && !except.contains(exit);
    }

    SetOn maybe() {
        return new SetOn(exits, except, false);
    }

    /// For the reference; empty for "always".
    String words() {
        if (exits.isEmpty() && except.isEmpty()) {
            return "";
        }
        return exits.isEmpty() ? "Not set on " + listed(except) + "." : "Set on " + listed(exits) + ".";
    }

    private static String listed(List<String> exits) {
        return exits.stream().map(exit -> "`" + exit + "`").collect(Collectors.joining(", "));
    }
}
