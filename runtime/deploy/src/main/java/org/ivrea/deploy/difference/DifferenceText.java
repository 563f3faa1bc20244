package org.ivrea.deploy.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A difference in words, a line for each thing that changed.
public final class DifferenceText {
    private static final int LONGEST_VALUE = 60;
    private static final String ARROW = " → ";

    private final FieldWords words;

    public DifferenceText(NodeRegistry registry) {
        this.words = new FieldWords(registry);
    }

    /// All lines, the settings first; none when nothing changed.
    public List<String> of(ProjectDifference difference) {
        List<String> lines = new ArrayList<>();
        difference.settings().forEach(change -> lines.add("project: " + of("", change)));
        difference.flows().forEach(flow -> lines.addAll(of(flow)));
        difference.files().forEach(file -> lines.add(of(file)));
        return lines;
    }

    public List<String> of(FlowDifference flow) {
        List<String> lines = new ArrayList<>();
        if (flow.kind() != ChangeKind.CHANGED) {
            lines.add(flow.name() + ": flow " + flow.kind().word() + " (" + count(flow.nodes().size(), "node") + ")");
            return lines;
        }
        flow.settings().forEach(change -> lines.add(flow.name() + ": " + of("", change)));
        flow.nodes().forEach(node -> lines.add(flow.name() + ": " + of(node)));
        if (!flow.moved().isEmpty()) {
            lines.add(flow.name() + ": " + count(flow.moved().size(), "box", "boxes") + " moved"
                    + (flow.isLogic() ? "" : "; calls run as before"));
        }
        return lines;
    }

    public String of(NodeDifference node) {
        String name = (node.annotation() ? node.type() : "node") + " “" + node.title() + "”";
        if (node.kind() != ChangeKind.CHANGED) {
            return name + " " + node.kind().word();
        }
        return name + ": " + String.join("; ", Stream.concat(
                node.fields().stream().map(change -> of(node.type(), change)),
                node.exits().stream().map(DifferenceText::of)).toList());
    }

    private String of(String type, FieldChange change) {
        String field = words.of(type, change.pointer());
        return switch (change.kind()) {
            case ADDED -> field + " added: " + value(change.after());
            case REMOVED -> field + " removed (was " + value(change.before()) + ")";
            case CHANGED -> field + " " + value(change.before()) + ARROW + value(change.after());
        };
    }

    private static String of(ExitChange exit) {
        return "exit " + exit.exit() + ": " + target(exit.before()) + ARROW + target(exit.after());
    }

    private static String of(FileChange file) {
        String sizes = switch (file.kind()) {
            case ADDED -> size(file.bytesAfter());
            case REMOVED -> size(file.bytesBefore());
            case CHANGED -> size(file.bytesBefore()) + ARROW + size(file.bytesAfter());
        };
        return file.name() + ": " + file.kind().word() + " (" + sizes + ")";
    }

    private static String target(@Nullable String node) {
        return node == null ? "not wired" : node;
    }

    private static String value(@Nullable Json value) {
        String text = value instanceof Json.Str(String string)
                ? string.chars().anyMatch(Character::isWhitespace) || string.isEmpty() ? "“" + string + "”" : string
                : String.valueOf(value);
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
    }

    private static String size(long bytes) {
        return bytes < 10_000 ? bytes + " bytes" : (bytes + 500) / 1_000 + " kB";
    }

    private static String count(int count, String one) {
        return count(count, one, one + "s");
    }

    private static String count(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
