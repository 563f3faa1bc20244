package org.ivrea.designer.inspector.list;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.ivrea.designer.inspector.form.FormContext;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.node.FlowCall;
import org.ivrea.engine.node.FlowEntry;
import org.ivrea.engine.node.FlowReturn;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// What a flow declares that a node calls, goes to or returns from: the names that its maps may have.
///
/// @param flow its name
/// @param declared by name; `null` when no flow says which names there are
record MapNames(String flow, @Nullable SequencedMap<String, VariableDeclaration> declared) {
    private static final MapNames ANY = new MapNames("", null);

    static MapNames of(Slot slot) {
        Class<? extends Record> type = slot.form().spec().record().type();
        boolean inputs = slot.spec().name().equals("inputs");
        boolean outputs = slot.spec().name().equals("outputs");
        if (FlowReturn.class.isAssignableFrom(type) && outputs) {
            return new MapNames(slot.form().editor().flow(), slot.form().flow().outputs());
        }
        boolean fits = FlowEntry.class.isAssignableFrom(type) && inputs
                || FlowCall.class.isAssignableFrom(type) && outputs;
        FlowDocument target = fits ? target(slot.form()) : null;
        if (target == null) {
            return ANY;
        }
        return new MapNames(targetName(slot.form()), inputs ? target.inputs() : target.outputs());
    }

    static String targetName(FormContext form) {
        Json name = form.document().field("flow");
        String text = name == null ? null : name.asText();
        return text == null ? "" : text;
    }

    static @Nullable FlowDocument target(FormContext form) {
        return form.around().workspace().project().flow(targetName(form));
    }

    /// Those that are declared, then those that the node has besides.
    SequencedMap<String, @Nullable VariableDeclaration> with(List<String> present) {
        SequencedMap<String, @Nullable VariableDeclaration> all = new LinkedHashMap<>();
        SequencedMap<String, VariableDeclaration> known = declared;
        if (known != null) {
            known.forEach(all::put);
        }
        present.forEach(name -> all.putIfAbsent(name, null));
        return Collections.unmodifiableSequencedMap(all);
    }
}
