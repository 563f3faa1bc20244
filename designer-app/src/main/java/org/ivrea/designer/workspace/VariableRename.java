package org.ivrea.designer.workspace;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.ivrea.designer.edit.Declarations.Scope;
import org.ivrea.designer.edit.Edit;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.VariableDeclaration;

/// Gives a variable of a flow another name, wherever the flow names it: declaration, expressions, texts, and fields
/// that set it. Other flows that hand over an input or take an output by its name are not touched; the checks show them.
public final class VariableRename {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    private VariableRename() {}

    /// Why a variable cannot have the name, for people; empty when it can.
    public static Optional<String> objectionTo(FlowDocument flow, String newName) {
        if (!NAME.matcher(newName).matches()) {
            return Optional.of(WorkspaceTexts.of("variable.name", newName));
        }
        for (Scope scope : Scope.values()) {
            if (scope.of(flow).containsKey(newName)) {
                return Optional.of(WorkspaceTexts.of("variable.exists", newName));
            }
        }
        return Optional.empty();
    }

    /// @throws IllegalArgumentException when there is an objection to the name
    public static Edit edit(FlowDocument flow, String variable, String newName, NodeRegistry registry) {
        objectionTo(flow, newName).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return Edit.of(WorkspaceTexts.of("edit.variable", variable, newName),
                document -> renamed(document, variable, newName, registry));
    }

    private static FlowDocument renamed(FlowDocument flow, String variable, String newName, NodeRegistry registry) {
        var names = new VariableNames(variable, newName);
        var nodes = new NodeTextChange(registry, (text, kind) -> switch (kind) {
            case FieldKind.Variable _ -> text.equals(variable) ? newName : text;
            case FieldKind.Cel _ -> names.inExpression(text);
            case FieldKind.TemplateText _,FieldKind.Localized _ -> names.inTemplate(text);
            default -> text;
        });
        return nodes.in(flow)
                .withInputs(declared(flow.inputs(), variable, newName))
                .withOutputs(declared(flow.outputs(), variable, newName))
                .withVariables(declared(flow.variables(), variable, newName));
    }

    private static SequencedMap<String, VariableDeclaration> declared(
            SequencedMap<String, VariableDeclaration> declarations, String variable, String newName) {
        var renamed = new LinkedHashMap<String, VariableDeclaration>();
        declarations.forEach((name, declaration) -> renamed.put(name.equals(variable) ? newName : name, declaration));
        return renamed;
    }
}
