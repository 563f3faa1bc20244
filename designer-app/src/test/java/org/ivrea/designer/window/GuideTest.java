package org.ivrea.designer.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ivrea.designer.command.KeyLine;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Holds the table of keys in the guide to the actions. `-Divrea.update=true` writes it anew.
class GuideTest extends WindowFixture {
    private static final Path GUIDE = Path.of("../docs/designer.md");
    private static final String BEGIN = "<!-- keys -->\n";
    private static final String END = "<!-- end of keys -->";

    @Override
    boolean opensProject() {
        return false;
    }

    @Test
    void theGuideListsAllKeys() throws IOException {
        Map<String, List<KeyLine>> groups = KeyLine.of(window().actions(), Menus::title);
        groups.putAll(Commands.gestures());
        var table = new StringBuilder("| | keys | what it does |\n|---|---|---|\n");
        groups.forEach((group, lines) -> lines.forEach(line -> table.append("| ").append(group).append(" | `")
                .append(line.keys().replace("|", "\\|")).append("` | ").append(line.text()).append(" |\n")));

        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf(BEGIN) + BEGIN.length();
        int end = guide.indexOf(END);
        if (Boolean.getBoolean("ivrea.update")) {
            Files.writeString(GUIDE, guide.substring(0, begin) + "\n" + table + "\n" + guide.substring(end));
        } else {
            assertThat(guide.substring(begin, end).strip()).isEqualTo(table.toString().strip());
        }
    }
}
