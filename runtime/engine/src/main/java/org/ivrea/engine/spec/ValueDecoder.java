package org.ivrea.engine.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.ExpressionProblem;
import org.ivrea.engine.expression.LocalizedText;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.node.FlowRef;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Decodes the fields of one node.
final class ValueDecoder {
    static final String MISSING = "field-missing";
    static final String KIND = "field-kind";
    static final String RANGE = "field-range";
    static final String VALUE = "field-value";
    static final String EXPRESSION = "expression";

    private final Scope scope;
    private final Consumer<Problem> problems;

    ValueDecoder(Scope scope, Consumer<Problem> problems) {
        this.scope = scope;
        this.problems = problems;
    }

    Record record(RecordSpec spec, Json.Obj object, JsonPointer at) {
        List<FieldSpec> fields = spec.fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            FieldSpec field = fields.get(i);
            values[i] = field(field, object.get(field.name()), at);
        }
        return spec.create(values);
    }

    private @Nullable Object field(FieldSpec field, @Nullable Json given, JsonPointer parent) {
        if (given != null && given != Json.NULL) {
            JsonPointer at = parent.child(field.name());
            Object value = value(field.kind(), field, given, at);
            if (value != null) {
                checkSize(field, value, at);
                return value;
            }
        } else if (field.required()) {
            report(MISSING, parent.child(field.name()),
                    "\"" + field.name() + "\" is missing: give " + field.kind().words());
        } else if (field.min() > 0 && field.kind() instanceof FieldKind.ListOf && field.defaultValue() == null) {
            report(MISSING, parent.child(field.name()),
                    "\"" + field.name() + "\" is missing: give at least " + field.min());
        }
        if (field.defaultValue() != null) {
            return value(field.kind(), field, field.defaultValue(), parent.child(field.name()));
        }
        return field.nullable() ? null : empty(field.kind());
    }

    private Object empty(FieldKind kind) {
        return switch (kind) {
            case FieldKind.WholeNumber(boolean wide) -> wide ? (Object) 0L : (Object) 0;
            case FieldKind.Decimal _ -> 0.0;
            case FieldKind.Flag _ -> false;
            case FieldKind.Text _ -> "";
            case FieldKind.Choice choice -> choice.constants().getFirst().value();
            case FieldKind.Cel _ -> scope.expression("", ValueType.ANY);
            case FieldKind.TemplateText _ -> Template.EMPTY;
            case FieldKind.Localized _ -> LocalizedText.EMPTY;
            case FieldKind.PromptList _ -> Prompt.NONE;
            case FieldKind.Variable _ -> VariableTarget.NONE;
            case FieldKind.Flow _ -> new FlowRef("");
            case FieldKind.Structure(RecordSpec type) ->
                new ValueDecoder(scope, _ -> {}).record(type, Json.obj(), JsonPointer.ROOT);
            case FieldKind.ListOf _ -> List.of();
            case FieldKind.MapOf _ -> Map.of();
        };
    }

    /// @return `null` when the value is wrong, which is reported then
    private @Nullable Object value(FieldKind kind, FieldSpec field, Json json, JsonPointer at) {
        return switch (kind) {
            case FieldKind.WholeNumber(boolean wide) -> wholeNumber(field, wide, json, at);
            case FieldKind.Decimal _ -> json instanceof Json.Num(BigDecimal number)
                    ? (Object) number.doubleValue()
                    : wrongKind(field, kind, json, at);
            case FieldKind.Flag _ -> json instanceof Json.Bool flag ? flag.value() : wrongKind(field, kind, json, at);
            case FieldKind.Text text -> text(field, text, json, at);
            case FieldKind.Choice choice -> choice(field, choice, json, at);
            case FieldKind.Cel(ValueType result) -> expression(field, result, json, at);
            case FieldKind.TemplateText _ -> template(field, kind, json, at);
            case FieldKind.Localized _ -> localized(field, kind, json, at);
            case FieldKind.PromptList _ -> new PromptDecoder(this, field).prompt(json, at);
            case FieldKind.Variable _ -> variable(field, json, at);
            case FieldKind.Flow _ -> flow(field, json, at);
            case FieldKind.Structure(RecordSpec type) ->
                json instanceof Json.Obj object ? record(type, object, at) : wrongKind(field, kind, json, at);
            case FieldKind.ListOf(FieldKind item) -> list(field, item, json, at);
            case FieldKind.MapOf(FieldKind value) -> map(field, value, json, at);
        };
    }

    private @Nullable Object wholeNumber(FieldSpec field, boolean wide, Json json, JsonPointer at) {
        if (!(json instanceof Json.Num(BigDecimal number)) || number.scale() > 0) {
            return wrongKind(field, field.kind(), json, at);
        }
        long least = Math.max(field.min(), wide ? Long.MIN_VALUE : Integer.MIN_VALUE);
        long greatest = Math.min(field.max(), wide ? Long.MAX_VALUE : Integer.MAX_VALUE);
        // Compared before it is expanded: an exponent may be huge.
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(greatest)) > 0) {
            String range = field.range();
            report(RANGE, at, "\"" + field.name() + "\" must be "
                    + (range.isEmpty() ? least + " to " + greatest : range) + ", but is " + json);
            return null;
        }
        return wide ? (Object) number.longValue() : (Object) number.intValue();
    }

    private @Nullable Object text(FieldSpec field, FieldKind.Text kind, Json json, JsonPointer at) {
        String text = json.asText();
        if (text == null) {
            return wrongKind(field, kind, json, at);
        }
        String objection = text.isEmpty()
                ? field.required() ? "is empty: fill it in" : null
                : TextRules.objection(kind.text(), text);
        if (objection != null) {
            report(VALUE, at, "\"" + field.name() + "\" " + objection);
            return null;
        }
        return text;
    }

    private @Nullable Object choice(FieldSpec field, FieldKind.Choice choice, Json json, JsonPointer at) {
        String name = json.asText();
        if (name == null) {
            return wrongKind(field, choice, json, at);
        }
        for (FieldKind.Choice.Constant constant : choice.constants()) {
            if (constant.name().equals(name)) {
                return constant.value();
            }
        }
        report(VALUE, at, "\"" + field.name() + "\" must be " + choice.words() + ", but is \"" + name + "\""
                + DidYouMean.hint(name, choice.names()));
        return null;
    }

    @Nullable
    Expression expression(FieldSpec field, ValueType result, Json json, JsonPointer at) {
        String source = json.asText();
        if (source == null) {
            report(KIND, at, "\"" + field.name() + "\" must be a string with an expression, but is " + json.kind()
                    + "; write it in quotes");
            return null;
        }
        Expression expression = scope.expression(source, result);
        report(expression.problems(), at);
        return expression;
    }

    private @Nullable Template template(FieldSpec field, FieldKind kind, Json json, JsonPointer at) {
        String source = json.asText();
        if (source == null) {
            wrongKind(field, kind, json, at);
            return null;
        }
        if (source.isEmpty() && field.required()) {
            report(MISSING, at, "\"" + field.name() + "\" is empty: fill it in");
        }
        return template(source, at);
    }

    Template template(String source, JsonPointer at) {
        Template template = Template.parse(source, scope);
        report(template.problems(), at);
        return template;
    }

    @Nullable
    LocalizedText localized(FieldSpec field, FieldKind kind, Json json, JsonPointer at) {
        var byLanguage = new LinkedHashMap<String, Template>();
        switch (json) {
            case Json.Str(String source) -> byLanguage.put("", template(source, at));
            case Json.Obj(var members) -> {
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    JsonPointer place = at.child(member.getKey());
                    String objection = TextRules.objection(org.ivrea.engine.node.Field.TextKind.LANGUAGE,
                            member.getKey());
                    String source = member.getValue().asText();
                    if (objection != null) {
                        report(VALUE, place, "The name \"" + member.getKey() + "\" " + objection);
                    } else if (source == null) {
                        report(KIND, place, "The text must be a string, but is " + member.getValue().kind());
                    } else {
                        byLanguage.put(member.getKey(), template(source, place));
                    }
                }
            }
            default -> {
                wrongKind(field, kind, json, at);
                return null;
            }
        }
        return new LocalizedText(byLanguage);
    }

    private @Nullable Object variable(FieldSpec field, Json json, JsonPointer at) {
        String name = json.asText();
        if (name == null) {
            return wrongKind(field, field.kind(), json, at);
        }
        if (name.isEmpty() && field.required()) {
            report(MISSING, at, "\"" + field.name() + "\" is empty: name a variable");
        } else if (!name.isEmpty() && !TextRules.isName(name, false)) {
            report(VALUE, at, "\"" + name + "\" cannot be a variable's name, which is letters, digits and underscores"
                    + " and does not begin with a digit");
            return null;
        }
        return new VariableTarget(name);
    }

    private @Nullable Object flow(FieldSpec field, Json json, JsonPointer at) {
        String name = json.asText();
        if (name == null) {
            return wrongKind(field, field.kind(), json, at);
        }
        if (name.isEmpty() && field.required()) {
            report(MISSING, at, "\"" + field.name() + "\" is empty: name a flow of the project");
        } else if (!name.isEmpty() && !TextRules.isFlowName(name)) {
            report(VALUE, at, "\"" + name + "\" cannot be a flow's name");
            return null;
        }
        return new FlowRef(name);
    }

    private @Nullable Object list(FieldSpec field, FieldKind item, Json json, JsonPointer at) {
        if (!(json instanceof Json.Arr(var items))) {
            return wrongKind(field, field.kind(), json, at);
        }
        List<Object> values = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Object value = value(item, itemOf(field), items.get(i), at.child(i));
            if (value != null) {
                values.add(value);
            }
        }
        return Collections.unmodifiableList(values);
    }

    private @Nullable Object map(FieldSpec field, FieldKind kind, Json json, JsonPointer at) {
        if (!(json instanceof Json.Obj(var members))) {
            return wrongKind(field, field.kind(), json, at);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            Object value = value(kind, itemOf(field), member, at.child(name));
            if (value != null) {
                values.put(name, value);
            }
        });
        return Collections.unmodifiableMap(values);
    }

    /// An item of a list or map: always needed, and the range is the list's, not the item's.
    private static FieldSpec itemOf(FieldSpec field) {
        return new FieldSpec(field.name(), field.label(), field.help(), field.kind(), null, true, false,
                Long.MIN_VALUE, Long.MAX_VALUE, field.unit(), field.setOn(), field.maybeSet(),
                field.advanced());
    }

    private void checkSize(FieldSpec field, Object value, JsonPointer at) {
        switch (value) {
            case List<?> list when list.size() < field.min() || list.size() > field.max() -> report(RANGE, at,
                    "\"" + field.name() + "\" must have " + field.range() + " items, but has " + list.size());
            case String text when text.length() > field.max() -> report(RANGE, at,
                    "\"" + field.name() + "\" must have at most " + field.max() + " characters, but has "
                            + text.length());
            case Double number when number < field.min() || number > field.max() -> report(RANGE, at,
                    "\"" + field.name() + "\" must be " + field.range() + ", but is " + number);
            case Prompt prompt when prompt.isEmpty() && field.required() -> report(MISSING, at,
                    "\"" + field.name() + "\" is empty: give something to hear");
            default -> {
            }
        }
    }

    @Nullable
    Object wrongKind(FieldSpec field, FieldKind kind, Json json, JsonPointer at) {
        report(KIND, at, "\"" + field.name() + "\" must be " + kind.words() + ", but is " + json.kind());
        return null;
    }

    private void report(List<ExpressionProblem> found, JsonPointer at) {
        for (ExpressionProblem problem : found) {
            report(EXPRESSION, at, "Column " + (problem.offset() + 1) + ": " + problem.message());
        }
    }

    void report(String code, JsonPointer at, String message) {
        problems.accept(Problem.error(code, at, message));
    }
}
