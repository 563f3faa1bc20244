package org.ivrea.engine.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what a component of a node's record is: the field's meaning for the codec, the schema, the form, the reference
/// and the checks. The field's name is the component's.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {

    String label();

    /// One or two sentences.
    String help() default "";

    /// The default as JSON. Empty: required, unless the component is nullable, a list, a map, a prompt or text that may be
    /// empty (`optional`).
    String def() default "";

    /// True when an empty or missing value is fine.
    boolean optional() default false;

    /// Least value of a number; least length of a list.
    long min() default Long.MIN_VALUE;

    /// Greatest value of a number; greatest length of a list or text.
    long max() default Long.MAX_VALUE;

    Unit unit() default Unit.NONE;

    /// What kind of text a `String` is.
    TextKind text() default TextKind.PLAIN;

    /// For an `Expression`: the type of its result.
    org.ivrea.engine.expression.ValueType result() default org.ivrea.engine.expression.ValueType.ANY;

    /// For a `String`: the kind of resource that it names, in the project format's terms; empty for none.
    String resource() default "";

    /// For a [VariableTarget]: the exits after which it is set; empty for all.
    String[] setOn() default {};

    /// For a [VariableTarget]: the exits after which it is not set, where it is simpler to name these.
    String[] notSetOn() default {};

    /// For a [VariableTarget]: the name of a flag beside it that says that the variable may keep its value.
    String maybeSet() default "";

    /// True for what most authors never change: forms fold it away.
    boolean advanced() default false;

    enum Unit {
        NONE, MILLISECONDS, BYTES, HERTZ, PERCENT
    }

    enum TextKind {
        PLAIN, MULTILINE,
        /// Telephone keys.
        KEYS,
        /// A regular expression (RE2).
        PATTERN,
        /// A language tag.
        LANGUAGE,
        /// Name of an exit that the author chooses: `[a-zA-Z][a-zA-Z0-9-]*`.
        EXIT,
        /// An IANA time zone.
        TIME_ZONE,
        /// A date, `2026-12-24`.
        DATE,
        /// A time of day, `08:30`; `24:00` for the end of the day.
        TIME_OF_DAY
    }
}
