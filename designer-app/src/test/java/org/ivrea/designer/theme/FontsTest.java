package org.ivrea.designer.theme;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ApplicationExtension.class)
class FontsTest {

    @Test
    void theTypefacesComeWithTheWindow() {
        Fonts.load();

        assertThat(Font.getFamilies()).contains("Inter", "JetBrains Mono");
        assertThat(Font.font("Inter", FontWeight.BOLD, 13).getStyle()).isEqualTo("Bold");
        assertThat(Font.font("JetBrains Mono", 12).getFamily()).isEqualTo("JetBrains Mono");
    }
}
