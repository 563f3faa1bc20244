package org.ivrea.designer.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.Handlers;
import org.ivrea.flow.document.VariableDeclaration;
import org.jspecify.annotations.Nullable;

/// Edits of what a flow declares: its name, variables, inputs, outputs, exits and handlers. They merge while something
/// is typed.
public final class Declarations {

    /// A list of variables of a flow.
    public enum Scope {
        INPUTS, OUTPUTS, VARIABLES;

        /// The variables of a flow that are declared here.
        public SequencedMap<String, VariableDeclaration> of(FlowDocument flow) {
            return switch (this) {
                case INPUTS -> flow.inputs();
                case OUTPUTS -> flow.outputs();
                case VARIABLES -> flow.variables();
            };
        }

        FlowDocument with(FlowDocument flow, SequencedMap<String, VariableDeclaration> declarations) {
            return switch (this) {
                case INPUTS -> flow.withInputs(declarations);
                case OUTPUTS -> flow.withOutputs(declarations);
                case VARIABLES -> flow.withVariables(declarations);
            };
        }
    }

    private Declarations() {}

    public static Edit name(String name) {
        return Edit.of(EditNames.of("flow.name"), document -> document.withName(name)).mergingBy("flow.name");
    }

    /// @param description `null` or empty for none
    public static Edit description(@Nullable String description) {
        String text = description == null || description.isEmpty() ? null : description;
        return Edit.of(EditNames.of("flow.description"), document -> document.withDescription(text))
                .mergingBy("flow.description");
    }

    /// Declares a variable, or declares it differently.
    public static Edit declare(Scope scope, String variable, VariableDeclaration declaration) {
        return Edit.of(EditNames.of("variable.set", variable), document -> {
            var declarations = new LinkedHashMap<>(scope.of(document));
            declarations.put(variable, declaration);
            return scope.with(document, declarations);
        }).mergingBy(List.of("variable", scope, variable));
    }

    public static Edit remove(Scope scope, String variable) {
        return Edit.of(EditNames.of("variable.remove", variable), document -> {
            var declarations = new LinkedHashMap<>(scope.of(document));
            declarations.remove(variable);
            return scope.with(document, declarations);
        });
    }

    /// Moves a variable in the order of its list.
    public static Edit reorder(Scope scope, String variable, int index) {
        return Edit.of(EditNames.of("variable.move", variable), document -> {
            var old = scope.of(document);
            VariableDeclaration moved = old.get(variable);
            if (moved == null) {
                return document;
            }
            var names = new java.util.ArrayList<>(old.keySet());
            names.remove(variable);
            names.add(Math.clamp(index, 0, names.size()), variable);
            var ordered = new LinkedHashMap<String, VariableDeclaration>();
            for (String name : names) {
                VariableDeclaration declaration = old.get(name);
                if (declaration != null) {
                    ordered.put(name, declaration);
                }
            }
            return scope.with(document, ordered);
        });
    }

    /// Sets the ways out that the flow has when it is called as a subflow.
    public static Edit exits(List<String> exits) {
        return Edit.of(EditNames.of("flow.exits"), document -> document.withExits(exits)).mergingBy("flow.exits");
    }

    /// @param node `null` for none
    public static Edit hangupHandler(@Nullable String node) {
        return handlers(handlers -> handlers.withHangup(node));
    }

    /// @param node `null` for none
    public static Edit errorHandler(@Nullable String node) {
        return handlers(handlers -> handlers.withError(node));
    }

    private static Edit handlers(java.util.function.UnaryOperator<Handlers> change) {
        return Edit.of(EditNames.of("flow.handlers"),
                document -> document.withHandlers(change.apply(document.handlers())));
    }
}
