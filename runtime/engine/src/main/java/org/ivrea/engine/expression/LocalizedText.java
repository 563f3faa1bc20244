package org.ivrea.engine.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Text in one or several languages: in a file either a string, or an object from language tag to string.
///
/// @param byLanguage the key is empty for text that is the same in every language
public record LocalizedText(SequencedMap<String, Template> byLanguage) {
    public static final LocalizedText EMPTY = new LocalizedText(new LinkedHashMap<>());

    public LocalizedText {
        byLanguage = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byLanguage));
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /// True when who speaks the language hears it in that language, or all hear the same.
    public boolean covers(String language) {
        return byLanguage.containsKey("") || byLanguage.containsKey(language)
                || language.indexOf('-') > 0 && byLanguage.containsKey(language.substring(0, language.indexOf('-')));
    }

    /// The text in the language; else in its base language (`pt` for `pt-BR`); else the one for all languages; else
    /// the first.
    ///
    /// @return `null` when there is no text at all
    public @Nullable Template in(String language) {
        Template text = byLanguage.get(language);
        if (text == null && language.indexOf('-') > 0) {
            text = byLanguage.get(language.substring(0, language.indexOf('-')));
        }
        if (text == null) {
            text = byLanguage.get("");
        }
        if (text == null && !byLanguage.isEmpty()) {
            text = byLanguage.firstEntry().getValue();
        }
        return text;
    }
}
