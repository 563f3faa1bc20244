package org.ivrea.engine.call;

import java.util.Map;

/// What is known of a call from its beginning.
///
/// @param id        the switch's identifier of the call
/// @param caller    the caller's number; empty when withheld
/// @param called    the number that was dialled
/// @param variables channel variables at the call's start, by name
public record CallInfo(String id, String caller, String called, Map<String, String> variables) {
    public CallInfo {
        variables = Map.copyOf(variables);
    }
}
