package org.ivrea.engine.nodes;

import org.ivrea.engine.call.Keys;
import org.ivrea.engine.node.NodeCheck;

/// Which keys may interrupt a prompt.
public enum BargeIn {
    ALL_KEYS,
    /// The keys that a field beside this one names.
    SOME_KEYS, NONE;

    /// @param some the keys for [#SOME_KEYS]
    Keys keys(String some) {
        return switch (this) {
            case ALL_KEYS -> Keys.ALL;
            case SOME_KEYS -> new Keys(some);
            case NONE -> Keys.NONE;
        };
    }

    /// Reports that the keys for [#SOME_KEYS] are missing in the field `bargeInKeys`.
    void check(NodeCheck check, String some) {
        if (this == SOME_KEYS && some.isEmpty()) {
            check.error("no-barge-in-keys", check.pointer().child("bargeInKeys"),
                    "Barge-in is by some keys, but there are none; name them in \"bargeInKeys\"");
        }
    }
}
