package org.ivrea.flow.document;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// The nodes at which a flow goes on when a node's own `hangup` or `error` exit is not wired.
///
/// @param hangup node id, or `null` for none
/// @param error  node id, or `null` for none
/// @param extra  members that this version does not know
public record Handlers(@Nullable String hangup, @Nullable String error, SequencedMap<String, Json> extra) {

    /// The names of the members that have a component.
    public static final Set<String> KNOWN = Set.of("hangup", "error");

    public static final Handlers NONE = new Handlers(null, null);

    public Handlers {
        extra = Members.copyOfUnknown(extra, KNOWN);
    }

    public Handlers(@Nullable String hangup, @Nullable String error) {
        this(hangup, error, new LinkedHashMap<>());
    }

    public Handlers withHangup(@Nullable String nodeId) {
        return new Handlers(nodeId, error, extra);
    }

    public Handlers withError(@Nullable String nodeId) {
        return new Handlers(hangup, nodeId, extra);
    }

    Handlers retargeted(UnaryOperator<@Nullable String> retarget) {
        @Nullable String newHangup = retarget.apply(hangup);
        @Nullable String newError = retarget.apply(error);
        return Objects.equals(newHangup, hangup) && Objects.equals(newError, error)
                ? this
                : new Handlers(newHangup, newError, extra);
    }
}
