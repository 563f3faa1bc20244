package org.ivrea.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.LocalizedText;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.node.FlowRef;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.engine.prompt.PromptItem;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// What a node refers to, wherever in its fields it stands.
///
/// @param targets   variables that it sets
/// @param resources symbolic names
/// @param sounds    silences and tones in prompts
public record NodeContents(List<Found<Expression>> expressions, List<Found<Target>> targets,
        List<Found<FlowRef>> flows, List<Found<Resource>> resources, List<Found<PromptItem.Recording>> recordings,
        List<Found<PromptItem>> sounds, List<Found<LocalizedText>> texts, List<Assignment> assignments) {

    /// @param at in the document
    public record Found<T>(T value, JsonPointer at) {}

    /// @param setOn the exits after which it is set
    public record Target(String name, SetOn setOn) {}

    /// @param kind in the project format's terms
    public record Resource(String kind, String name) {}

    /// A variable that is set to the value of an expression, which stands beside it in the same object.
    ///
    /// @param at of the expression in the document
    public record Assignment(String variable, Expression value, JsonPointer at) {}

    public static NodeContents of(Node node, NodeSpec spec, JsonPointer pointer) {
        var walk = new Walk();
        walk.record(spec.record(), (Record) node, pointer);
        return walk.contents;
    }

    private static final class Walk {
        private final NodeContents contents = new NodeContents(new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>());

        void record(RecordSpec spec, Record value, JsonPointer at) {
            List<FieldSpec> fields = spec.fields();
            String variable = null;
            Expression assigned = null;
            String assignedBy = "";
            for (int i = 0; i < fields.size(); i++) {
                FieldSpec field = fields.get(i);
                Object inner = spec.value(value, i);
                if (inner == null) {
                    continue;
                }
                value(field.kind(), field, inner, at.child(field.name()), setOn(field, spec, value));
                if (inner instanceof VariableTarget target && !target.isNone()) {
                    variable = target.name();
                } else if (inner instanceof Expression expression) {
                    assigned = expression;
                    assignedBy = field.name();
                }
            }
            if (variable != null && assigned != null) {
                contents.assignments.add(new Assignment(variable, assigned, at.child(assignedBy)));
            }
        }

        private static SetOn setOn(FieldSpec field, RecordSpec spec, Record value) {
            return !field.maybeSet().isEmpty() && spec.flag(value, field.maybeSet())
                    ? field.setOn().maybe()
                    : field.setOn();
        }

        /// @param setOn for a variable
        private void value(FieldKind kind, FieldSpec field, @Nullable Object value, JsonPointer at, SetOn setOn) {
            switch (value) {
                case Expression expression -> contents.expressions.add(new Found<>(expression, at));
                case Template template -> template(template, at);
                case LocalizedText text -> localized(text, at);
                case Prompt prompt -> prompt(prompt, at);
                case VariableTarget target when !target.isNone() ->
                    contents.targets.add(new Found<>(new Target(target.name(), setOn), at));
                case FlowRef flow when !flow.name().isEmpty() -> contents.flows.add(new Found<>(flow, at));
                case String name when kind instanceof FieldKind.Text(_, String resource) && !resource.isEmpty()
                        && !name.isEmpty() ->
                    contents.resources.add(new Found<>(new Resource(resource, name), at));
                case Record inner when kind instanceof FieldKind.Structure(RecordSpec type) -> record(type, inner, at);
                case List<?> list when kind instanceof FieldKind.ListOf(FieldKind item) -> {
                    for (int i = 0; i < list.size(); i++) {
                        value(item, field, list.get(i), at.child(i), setOn);
                    }
                }
                case Map<?, ?> map when kind instanceof FieldKind.MapOf(FieldKind item) ->
                    map.forEach((name, inner) -> value(item, field, inner, at.child(name.toString()), setOn));
                case null, default -> {
                }
            }
        }

        private void template(Template template, JsonPointer at) {
            template.expressions().forEach(expression -> contents.expressions.add(new Found<>(expression, at)));
        }

        private void localized(LocalizedText text, JsonPointer at) {
            if (!text.isEmpty()) {
                contents.texts.add(new Found<>(text, at));
            }
            text.byLanguage().forEach(
                    (language, template) -> template(template, language.isEmpty() ? at : at.child(language)));
        }

        private void prompt(Prompt prompt, JsonPointer at) {
            for (int i = 0; i < prompt.items().size(); i++) {
                JsonPointer place = at.child(i);
                switch (prompt.items().get(i)) {
                    case PromptItem.Recording recording -> {
                        contents.recordings.add(new Found<>(recording, place.child("file")));
                        localized(recording.text(), place.child("text"));
                    }
                    case PromptItem.Speech(LocalizedText text) -> localized(text, place.child("text"));
                    case PromptItem.Say say ->
                        contents.expressions.add(new Found<>(say.value(), place.child("value")));
                    case PromptItem.Silence silence -> contents.sounds.add(new Found<>(silence, place));
                    case PromptItem.Tone tone -> contents.sounds.add(new Found<>(tone, place));
                }
            }
        }
    }
}
