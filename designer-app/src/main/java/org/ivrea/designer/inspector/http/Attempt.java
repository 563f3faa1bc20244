package org.ivrea.designer.inspector.http;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.http.Cidr;
import org.ivrea.engine.http.HostPattern;
import org.ivrea.engine.http.HostPolicy;
import org.ivrea.engine.http.HttpService;
import org.ivrea.engine.http.HttpServices;
import org.ivrea.engine.http.LiveHttp;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeFailure;
import org.jspecify.annotations.Nullable;

/// What came of one try.
///
/// @param outcome  `null` when no request was made
/// @param message  why it failed, or which exit a call would take
/// @param assigned what the variables would be, as text
record Attempt(@Nullable HttpOutcome outcome, boolean failed, String message, Map<String, String> assigned,
        long ms) {
    private static final List<Cidr> THIS_COMPUTER = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128"));

    /// Makes the node's request, once the person has allowed its host. Blocks.
    ///
    /// @param base    what the service's name stands for
    /// @param allowed the hosts that may be reached; no other is, not even by a redirect
    static Attempt make(Node node, String id, String service, URI base, Set<String> allowed,
            Map<String, Object> values) {
        long begin = System.nanoTime();
        Set<Integer> ports = new LinkedHashSet<>(List.of(80, 443));
        if (base.getPort() > 0) {
            ports.add(base.getPort());
        }
        var policy = new HostPolicy(true, allowed.stream().map(HostPattern::new).toList(), ports, THIS_COMPUTER);
        try (var http = new LiveHttp(HttpServices.of(Map.of(service, new HttpService(base, Map.of(), true))),
                policy)) {
            var run = new TryRun(id, values, http);
            String message;
            boolean failed = false;
            try {
                message = node.run(run) instanceof Exit exit ? exit.name() + ": " + run.reason() : run.reason();
            } catch (NodeFailure | EvaluationFailure e) {
                message = String.valueOf(e.getMessage());
                failed = true;
            }
            var assigned = new java.util.LinkedHashMap<String, String>();
            run.assigned().forEach((name, value) -> assigned.put(name, Values.text(value)));
            return new Attempt(run.outcome(), failed, message, assigned, (System.nanoTime() - begin) / 1_000_000);
        } catch (IllegalArgumentException e) {
            return new Attempt(null, true, String.valueOf(e.getMessage()), Map.of(), 0);
        }
    }
}
