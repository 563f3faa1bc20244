package org.ivrea.engine.script;

import java.util.List;
import org.ivrea.engine.call.CallEnd;
import org.jspecify.annotations.Nullable;

/// What a script says must be so.
public sealed interface Expectation {

    /// Stands in a [Path] for any nodes, or none.
    String ANY_NODES = "…";

    /// `expect heard "…"`: up to now.
    record Heard(TextMatch match) implements Expectation {}

    /// `expect balance == 12.5`: a CEL expression over the variables of the flow that is running or ended last.
    record Holds(String condition) implements Expectation {}

    /// `expect exit menu.sales`.
    ///
    /// @param flow `null` for any
    record ExitTaken(@Nullable String flow, String node, String exit) implements Expectation {}

    /// `expect path welcome, menu, …, bye`: exactly these nodes were entered.
    ///
    /// @param nodes `node`, `flow/node` or [#ANY_NODES]
    record Path(List<String> nodes) implements Expectation {
        public Path {
            nodes = List.copyOf(nodes);
        }
    }

    /// `expect cause NORMAL_CLEARING`.
    record Cause(String cause) implements Expectation {}

    /// `expect ended by caller`.
    record EndedBy(CallEnd.Side side) implements Expectation {}

    /// `expect http bank POST /cards with "…"`: such a request was made.
    ///
    /// @param path with `*` for any text
    /// @param body what the body holds somewhere; `null` for anything
    record Requested(String service, String method, String path, @Nullable String body) implements Expectation {}

    /// `expect log "…"`: the text stands somewhere in a line of the log.
    record Logged(String text) implements Expectation {}

    /// `expect tag survey-done`.
    record Tagged(String tag) implements Expectation {}

    /// `expect not …`.
    record Not(Expectation expectation) implements Expectation {}
}
