package org.ivrea.engine.call;

import org.jspecify.annotations.Nullable;

/// One piece of what the caller hears, with everything computed that had to be.
public sealed interface Audio {

    /// What it says, as a transcript shows it: never a secret.
    String transcript();

    /// What the caller understands, secrets included.
    default String spoken() {
        return switch (this) {
            case Recording recording when recording.text != null -> recording.text;
            case Speech speech -> speech.text;
            case Spoken value -> value.words;
            default -> transcript();
        };
    }

    /// A recording.
    ///
    /// @param file       its name, relative to the language's prompt folder
    /// @param text       what it says, spoken by a synthetic voice where the recording is missing; `null` if unknown
    /// @param transcript the text with secrets masked, or the file's name in brackets
    record Recording(String file, String language, @Nullable String text, String transcript) implements Audio {}

    /// Text for a synthetic voice.
    ///
    /// @param voice `null` for the server's choice
    record Speech(String text, String language, @Nullable String voice, String transcript) implements Audio {}

    /// A value, said as what it is.
    ///
    /// @param as    how to say it, such as `number` or `money`
    /// @param value as plain text: `1234.5`, `2026-03-02`
    /// @param words the value in words of the language
    record Spoken(String as, String value, String words, String language, String transcript) implements Audio {}

    /// @param ms more than 0
    record Silence(int ms) implements Audio {
        @Override
        public String transcript() {
            return "";
        }
    }

    /// A pure tone.
    ///
    /// @param hertz 20 to 4,000
    /// @param ms    more than 0
    record Tone(int hertz, int ms) implements Audio {
        @Override
        public String transcript() {
            return "[tone " + hertz + " Hz]";
        }
    }
}
