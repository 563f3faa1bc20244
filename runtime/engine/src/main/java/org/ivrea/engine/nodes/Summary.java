package org.ivrea.engine.nodes;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ivrea.engine.expression.LocalizedText;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.engine.prompt.PromptItem;

/// The words of the one line in a node's box.
final class Summary {
    private static final int LONGEST_QUOTE = 40;

    private Summary() {}

    /// The parts that are not empty, with dots between them.
    static String of(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /// What the prompt says first, in quotes; empty for an empty prompt.
    static String quote(Prompt prompt) {
        for (PromptItem item : prompt.items()) {
            String words = switch (item) {
                case PromptItem.Recording(String file, LocalizedText text) -> text.isEmpty() ? file : words(text);
                case PromptItem.Speech(LocalizedText text) -> words(text);
                case PromptItem.Say say -> "${" + say.value().source() + "}";
                case PromptItem.Silence _,PromptItem.Tone _ -> "";
            };
            if (!words.isEmpty()) {
                return quote(words);
            }
        }
        return "";
    }

    static String quote(String words) {
        return words.isEmpty() ? "" : "“" + shortened(words.strip()) + "”";
    }

    static String shortened(String words) {
        if (words.length() <= LONGEST_QUOTE) {
            return words;
        }
        int space = words.lastIndexOf(' ', LONGEST_QUOTE);
        return words.substring(0, space > LONGEST_QUOTE / 2 ? space : LONGEST_QUOTE) + "…";
    }

    /// A time as people write it: `500 ms`, `5 s`, `2 min`.
    static String time(long ms) {
        if (ms >= 60_000 && ms % 60_000 == 0) {
            return ms / 60_000 + " min";
        }
        if (ms < 1_000) {
            return ms + " ms";
        }
        return ms % 1_000 == 0 ? ms / 1_000 + " s" : String.format(Locale.ROOT, "%.1f s", ms / 1_000.0);
    }

    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    private static String words(LocalizedText text) {
        Template words = text.in("");
        return words == null ? "" : words.source();
    }
}
