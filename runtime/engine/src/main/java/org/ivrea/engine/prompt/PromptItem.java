package org.ivrea.engine.prompt;

import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.LocalizedText;
import org.jspecify.annotations.Nullable;

/// One item of a prompt. In a file it is an object, told apart by its first member: `file`, `text`, `say`, `silenceMs`
/// or `toneHz`.
public sealed interface PromptItem {

    /// `{ "file": "welcome.wav", "text": "Welcome." }`: a recording, and what it says.
    ///
    /// @param file relative to the language's folder
    /// @param text empty when unknown; spoken where the recording is missing
    record Recording(String file, LocalizedText text) implements PromptItem {}

    /// `{ "text": "Welcome, ${name}." }`: a synthetic voice.
    record Speech(LocalizedText text) implements PromptItem {}

    /// `{ "say": "money", "value": "balance", "currency": "EUR" }`: a value.
    ///
    /// @param currency ISO 4217 code, for money only
    record Say(SayAs as, Expression value, @Nullable String currency) implements PromptItem {}

    /// `{ "silenceMs": 500 }`.
    ///
    /// @param ms 1 to 60,000
    record Silence(int ms) implements PromptItem {}

    /// `{ "toneHz": 440, "ms": 200 }`.
    ///
    /// @param hertz 20 to 4,000
    /// @param ms    1 to 60,000
    record Tone(int hertz, int ms) implements PromptItem {}
}
