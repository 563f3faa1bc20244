package org.ivrea.engine.prompt;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.LocalizedText;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.VariableSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PromptRendererTest {
    private static final PromptRenderer RENDERER = new PromptRenderer(ZoneId.of("Europe/Berlin"));
    private static final CelScope SCOPE = CelScope.of(Map.of(
            "name", VariableSpec.of(ValueType.STRING),
            "balance", VariableSpec.of(ValueType.NUMBER),
            "due", VariableSpec.of(ValueType.TIME),
            "pin", new VariableSpec(ValueType.STRING, true),
            "unset", VariableSpec.of(ValueType.STRING)));
    private static final Map<String, Object> VALUES = Map.of("name", "Ann", "balance", 12.5, "due",
            Instant.parse("2026-03-02T23:30:00Z"), "pin", "4711");

    private static LocalizedText text(String... languagesAndTexts) {
        var texts = new LinkedHashMap<String, Template>();
        for (int at = 0; at < languagesAndTexts.length; at += 2) {
            texts.put(languagesAndTexts[at], Template.parse(languagesAndTexts[at + 1], SCOPE));
        }
        return new LocalizedText(texts);
    }

    private static PromptItem say(SayAs as, String expression, @Nullable String currency) {
        return new PromptItem.Say(as, SCOPE.expression(expression, ValueType.ANY), currency);
    }

    private static List<Audio> render(String language, PromptItem... items) {
        return RENDERER.render(new Prompt(List.of(items)), language, "Anna", VALUES::get);
    }

    @Test
    void speaksTheTextOfTheLanguage() {
        var welcome = new PromptItem.Speech(text("en", "Welcome, ${name}.", "de", "Willkommen, ${name}."));
        assertThat(render("de-AT", welcome)).containsExactly(
                new Audio.Speech("Willkommen, Ann.", "de-AT", "Anna", "Willkommen, Ann."));
        assertThat(render("fr", welcome)).containsExactly(
                new Audio.Speech("Welcome, Ann.", "fr", "Anna", "Welcome, Ann."));
    }

    @Test
    void leavesOutWhatHasNothingToSay() {
        assertThat(render("en", new PromptItem.Speech(LocalizedText.EMPTY), new PromptItem.Speech(text("", " "))))
                .isEmpty();
        assertThat(RENDERER.render(Prompt.NONE, "en", null, VALUES::get)).isEmpty();
    }

    @Test
    void playsRecordingsWithTheirText() {
        assertThat(render("en", new PromptItem.Recording("hello.wav", text("", "Hello, ${name}.")),
                new PromptItem.Recording("beep.wav", LocalizedText.EMPTY))).containsExactly(
                        new Audio.Recording("hello.wav", "en", "Hello, Ann.", "Hello, Ann."),
                        new Audio.Recording("beep.wav", "en", null, "[beep.wav]"));
    }

    @Test
    void saysValuesWithTheirPlainText() {
        assertThat(render("en", say(SayAs.MONEY, "balance", "EUR"), say(SayAs.DATE, "due", null),
                say(SayAs.TIME, "due", null), say(SayAs.NUMBER, "balance * 2", null),
                say(SayAs.DURATION, "3600", null))).containsExactly(
                        new Audio.Spoken("money", "12.50", "twelve euros and fifty cents", "en",
                                "twelve euros and fifty cents"),
                        new Audio.Spoken("date", "2026-03-03", "Tuesday, the third of March twenty twenty-six", "en",
                                "Tuesday, the third of March twenty twenty-six"),
                        new Audio.Spoken("time", "00:30", "twelve thirty AM", "en", "twelve thirty AM"),
                        new Audio.Spoken("number", "25", "twenty-five", "en", "twenty-five"),
                        new Audio.Spoken("duration", "3600", "one hour", "en", "one hour"));
    }

    @Test
    void masksSecretsInTranscriptsOnly() {
        assertThat(render("en", new PromptItem.Speech(text("", "${name}, your PIN is ${pin}.")),
                new PromptItem.Recording("pin.wav", text("", "PIN ${pin}")), say(SayAs.DIGITS, "pin", null)))
                .containsExactly(
                        new Audio.Speech("Ann, your PIN is 4711.", "en", "Anna", "Ann, your PIN is ••••."),
                        new Audio.Recording("pin.wav", "en", "PIN 4711", "PIN ••••"),
                        new Audio.Spoken("digits", "4711", "four seven one one", "en", "••••"));
    }

    @Test
    void playsSilenceAndTones() {
        assertThat(render("en", new PromptItem.Silence(500), new PromptItem.Tone(440, 200)))
                .containsExactly(new Audio.Silence(500), new Audio.Tone(440, 200));
    }

    @Test
    void failsWhenAValueIsMissingOrOfTheWrongKind() {
        assertThatThrownBy(() -> render("en", new PromptItem.Speech(text("", "Hello ${unset}"))))
                .isInstanceOf(EvaluationFailure.class).hasMessage("The variable \"unset\" has no value yet");
        assertThatThrownBy(() -> render("en", say(SayAs.MONEY, "name", "EUR"))).isInstanceOf(EvaluationFailure.class)
                .hasMessage("The prompt cannot say this text as money; it needs a number such as 12.5");
    }
}
