package org.ivrea.designer.inspector.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.inspector.form.FormContext;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.spec.NodeContents;

/// A field for the value of each variable that a request reads.
final class TryInputs extends VBox {
    private static final Map<String, Object> CALL = Map.of("call.id", "try", "call.caller", "+15550100",
            "call.called", "100", "call.language", "en", "call.elapsedMs", 0L, "call.now", Instant.EPOCH,
            "call.started", Instant.EPOCH, "channel", Map.of());

    private final FormContext form;
    private final Map<String, TextField> fields = new LinkedHashMap<>();

    TryInputs(FormContext form) {
        super(4);
        this.form = form;
    }

    void refresh() {
        Set<String> names = new TreeSet<>();
        CompiledFlow flow = form.compiled();
        CompiledNode node = flow == null ? null : flow.node(form.node());
        NodeContents contents = node == null ? null : node.contents();
        if (contents != null) {
            contents.expressions().forEach(found -> names.addAll(found.value().reads()));
        }
        if (names.equals(fields.keySet())) {
            return;
        }
        fields.keySet().retainAll(names);
        getChildren().clear();
        for (String name : names) {
            TextField field = fields.computeIfAbsent(name, _ -> new TextField());
            field.setId("try-" + name);
            field.setAccessibleText(name);
            HBox.setHgrow(field, Priority.ALWAYS);
            var label = new Label(name);
            label.getStyleClass().add("inspector-mono");
            label.setMinWidth(90);
            var row = new HBox(6, label, field);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
        }
    }

    /// What was typed, as values of the variables' types.
    ///
    /// @throws IllegalArgumentException when one is not of its type, with a message for people
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(CALL);
        CompiledFlow flow = form.compiled();
        fields.forEach((name, field) -> {
            VariableSpec spec = flow == null ? null : flow.variables().get(name);
            ValueType type = spec == null ? ValueType.ANY : spec.type();
            try {
                values.put(name, value(field.getText(), type));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        });
        return values;
    }

    private static Object value(String text, ValueType type) {
        return switch (type) {
            case STRING -> text;
            case LIST, MAP -> Values.coerce(Values.parseJson(text), type);
            case ANY -> text;
            case INT, NUMBER, BOOL, TIME -> Values.coerce(text, type);
        };
    }
}
