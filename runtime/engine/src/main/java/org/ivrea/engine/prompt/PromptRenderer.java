package org.ivrea.engine.prompt;

import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.LocalizedText;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.Variables;
import org.jspecify.annotations.Nullable;

/// Computes what a prompt says in one moment of one call. Immutable; threads may share it.
///
/// @param zone where the flow lives: in which zone it says dates and times
public record PromptRenderer(ZoneId zone) {

    /// @param language a BCP 47 tag such as `de` or `pt-BR`
    /// @param voice    `null` for the server's choice
    /// @return in the order of the prompt; items without anything to say are left out
    /// @throws EvaluationFailure when an expression has no value, or a value cannot be said as the prompt asks
    public List<Audio> render(Prompt prompt, String language, @Nullable String voice, Variables variables) {
        List<Audio> audio = new ArrayList<>(prompt.items().size());
        for (PromptItem item : prompt.items()) {
            switch (item) {
                case PromptItem.Recording(String file, LocalizedText text) ->
                    audio.add(recording(file, text.in(language), language, variables));
                case PromptItem.Speech(LocalizedText text) -> {
                    Template template = text.in(language);
                    String spoken = template == null ? "" : template.render(variables);
                    if (template != null && !spoken.isBlank()) {
                        audio.add(new Audio.Speech(spoken, language, voice, transcript(template, spoken, variables)));
                    }
                }
                case PromptItem.Say say -> audio.add(say(say, language, variables));
                case PromptItem.Silence(int ms) -> audio.add(new Audio.Silence(ms));
                case PromptItem.Tone(int hertz, int ms) -> audio.add(new Audio.Tone(hertz, ms));
            }
        }
        return List.copyOf(audio);
    }

    private static Audio recording(String file, @Nullable Template text, String language, Variables variables) {
        if (text == null || text.isEmpty()) {
            return new Audio.Recording(file, language, null, "[" + file + "]");
        }
        String spoken = text.render(variables);
        return new Audio.Recording(file, language, spoken, transcript(text, spoken, variables));
    }

    private static String transcript(Template template, String spoken, Variables variables) {
        return template.isSecret() ? template.renderMasked(variables) : spoken;
    }

    private Audio say(PromptItem.Say say, String language, Variables variables) {
        Object value = say.value().evaluate(variables);
        SpokenValue spoken = SpokenValue.of(say.as(), value, say.currency(), zone);
        String words = SpokenValues.words(spoken, ULocale.forLanguageTag(language));
        String transcript = say.value().isSecret() ? Template.MASK : words;
        return new Audio.Spoken(say.as().key(), spoken.plain(), words, language, transcript);
    }
}
