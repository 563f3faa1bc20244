package org.ivrea.engine.compile;

import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.flow.document.FlowDocument;
import org.jspecify.annotations.Nullable;

/// A flow in its runnable form. Immutable; all calls share it.
///
/// @param name      the file's name without ending
/// @param scope     what its expressions may refer to
/// @param variables inputs, outputs and variables, by name; also secret are those that receive a secret
/// @param initial   the variables' values at the start, where they have one
/// @param nodes     in the order of their ids
/// @param ids       the index of each node
/// @param start     index of the first node; [CompiledNode#NOWHERE] for none
/// @param hangup    index of the hang-up handler's first node; [CompiledNode#NOWHERE] for none
/// @param error     index of the error handler's first node; [CompiledNode#NOWHERE] for none
/// @param runnable  false when an error keeps it from running
public record CompiledFlow(String name, FlowDocument document, Scope scope, Map<String, VariableSpec> variables,
        Map<String, Object> initial, List<CompiledNode> nodes, Map<String, Integer> ids, int start, int hangup,
        int error, boolean runnable) {

    public @Nullable CompiledNode node(String id) {
        Integer index = ids.get(id);
        return index == null ? null : nodes.get(index);
    }

    public CompiledNode node(int index) {
        return nodes.get(index);
    }

    /// The flow's file, relative to the project.
    public String file() {
        return FlowCompiler.fileOf(name);
    }
}
