package org.ivrea.designer.inspector.field;

import org.ivrea.flow.json.Json;

/// How a value is written in a text field.
public interface TextFormat {

    /// The value as text; for a value of a wrong kind, the JSON itself.
    String text(Json value);

    /// What the text means.
    Typed typed(String text);

    /// What came of text that was typed.
    sealed interface Typed {
        /// It is a value.
        record Value(Json json) implements Typed {}

        /// It is empty, and the field may be left out.
        record Nothing() implements Typed {}

        /// It cannot be put into the document.
        ///
        /// @param message what is wrong and what to write
        record Wrong(String message) implements Typed {}
    }
}
