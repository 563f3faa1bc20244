package org.ivrea.engine.nodes;

import org.ivrea.engine.call.Operation.DialTarget;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.flow.json.JsonPointer;

/// Whom a node calls: a destination of the project, or a number.
///
/// @param destination empty for a number
/// @param gateway     empty for none
record Callee(String destination, Template number, String gateway) {

    DialTarget target(NodeRun run) {
        return destination.isEmpty()
                ? new DialTarget.Number(PhoneNumber.ADDRESS.of(number, run), gateway.isEmpty() ? null : gateway,
                        number.isSecret())
                : new DialTarget.Named(destination);
    }

    /// @param at of the object that holds the three fields
    void check(NodeCheck check, JsonPointer at) {
        if (destination.isEmpty() == number.isEmpty()) {
            check.error("callee", at, destination.isEmpty()
                    ? "Nobody to call is named; give a \"destination\" or a \"number\""
                    : "There is both a \"destination\" and a \"number\"; remove one of them");
        }
        if (!destination.isEmpty() && !gateway.isEmpty()) {
            check.warning("gateway-unused", at.child("gateway"), "The server knows how to reach a destination, so that"
                    + " the gateway is not used; remove it, or give a \"number\"");
        }
        PhoneNumber.ADDRESS.check(check, at.child("number"), number);
    }

    String words() {
        if (!destination.isEmpty()) {
            return destination;
        }
        return gateway.isEmpty() ? number.source() : number.source() + " via " + gateway;
    }
}
