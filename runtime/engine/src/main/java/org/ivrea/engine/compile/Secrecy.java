package org.ivrea.engine.compile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.spec.NodeContents;

/// Finds the variables that receive a secret although they are not declared so: what is computed from a secret is one.
final class Secrecy {
    private Secrecy() {}

    /// @return the variables to be made secret, without those that are
    static Set<String> spread(Map<String, VariableSpec> variables, Collection<DecodedNode> nodes) {
        Set<String> secret = new HashSet<>();
        variables.forEach((name, spec) -> {
            if (spec.secret()) {
                secret.add(name);
            }
        });
        Set<String> declared = Set.copyOf(secret);
        for (DecodedNode node : nodes) {
            for (VariableTarget target : node.node().secretTargets()) {
                secret.add(target.name());
            }
        }
        if (secret.isEmpty()) {
            return secret;
        }
        boolean more = true;
        while (more) {
            more = false;
            for (DecodedNode node : nodes) {
                for (NodeContents.Assignment assignment : node.contents().assignments()) {
                    boolean receives = assignment.value().reads().stream().anyMatch(secret::contains);
                    more |= receives && secret.add(assignment.variable());
                }
            }
        }
        secret.removeAll(declared);
        secret.retainAll(variables.keySet());
        return secret;
    }
}
