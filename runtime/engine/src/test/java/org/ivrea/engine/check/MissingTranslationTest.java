package org.ivrea.engine.check;

import java.util.List;
import org.ivrea.flow.project.ProjectDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MissingTranslationTest {
    private static Checked saying(String text, String... languages) {
        return Checked.of("""
                { "start": "say", "nodes": {
                  "say": { "type": "play", "prompt": [ { "text": %s } ], "exits": { "next": "bye" } }, %s } }
                """.formatted(text, Checked.BYE))
                .with(ProjectDocument.empty("Test").withMain("main").withLanguages(List.of(languages)));
    }

    @Test
    void aTextInEachLanguageIsFine() {
        assertThat(saying("{ \"en\": \"Hi\", \"de\": \"Hallo\" }", "en", "de").problems()).isEmpty();
    }

    @Test
    void aTextInTheBaseLanguageServesItsRegions() {
        assertThat(saying("{ \"en\": \"Hi\", \"pt\": \"Olá\" }", "en", "pt-BR").problems()).isEmpty();
    }

    @Test
    void oneTextForAllLanguagesIsTheAuthorsWish() {
        assertThat(saying("\"Hi\"", "en", "de").problems()).isEmpty();
    }

    @Test
    void aTextThatLacksALanguageIsReported() {
        Checked flow = saying("{ \"en\": \"Hi\" }", "en", "de", "fr");
        assertThat(flow.places(MissingTranslation.CODE)).containsExactly("main/nodes/say/prompt/0/text");
        assertThat(flow.only(MissingTranslation.CODE).message()).contains("de, fr");
    }
}
