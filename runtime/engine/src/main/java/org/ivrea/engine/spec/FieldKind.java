package org.ivrea.engine.spec;

import java.util.List;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.node.Field.TextKind;

/// What kind of value a field holds.
public sealed interface FieldKind {

    /// @param wide true for `long`
    record WholeNumber(boolean wide) implements FieldKind {}

    record Decimal() implements FieldKind {}

    record Flag() implements FieldKind {}

    /// @param resource the kind of resource that the text names; empty for none
    record Text(TextKind text, String resource) implements FieldKind {}

    /// One of a closed set.
    ///
    /// @param constants in the order of their declaration, with their names in files
    record Choice(List<Constant> constants) implements FieldKind {
        public Choice {
            constants = List.copyOf(constants);
        }

        /// @param name in files, such as `allKeys`
        public record Constant(String name, Enum<?> value) {}

        public List<String> names() {
            return constants.stream().map(Constant::name).toList();
        }
    }

    /// A CEL expression.
    record Cel(ValueType result) implements FieldKind {}

    /// Text with `${…}`.
    record TemplateText() implements FieldKind {}

    /// Text with `${…}` in one or several languages.
    record Localized() implements FieldKind {}

    record PromptList() implements FieldKind {}

    /// The name of a variable that is set.
    record Variable() implements FieldKind {}

    /// The name of a flow.
    record Flow() implements FieldKind {}

    /// An object.
    record Structure(RecordSpec type) implements FieldKind {}

    record ListOf(FieldKind item) implements FieldKind {}

    /// An object with names that the author chooses.
    record MapOf(FieldKind value) implements FieldKind {}

    /// The kind in the words of a message: "a whole number".
    default String words() {
        return switch (this) {
            case WholeNumber _ -> "a whole number";
            case Decimal _ -> "a number";
            case Flag _ -> "true or false";
            case Text _,TemplateText _ -> "a string";
            case Choice choice -> "one of \"" + String.join("\", \"", choice.names()) + "\"";
            case Cel _ -> "a string with an expression";
            case Localized _ -> "a string, or an object from language to string";
            case PromptList _ -> "an array of texts, recordings and values to say";
            case Variable _ -> "a string with a variable's name";
            case Flow _ -> "a string with a flow's name";
            case Structure _,MapOf _ -> "an object";
            case ListOf _ -> "an array";
        };
    }
}
