package org.ivrea.designer.edit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.codec.NodeShapes;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.Parsed;
import org.ivrea.flow.problem.Problem;

/// Nodes as text: a small flow file with a mark. It can be pasted into any flow of any project, mailed, and written by
/// hand; the text of a whole flow file can be pasted as well.
public final class Clipboard {
    private static final String MARK = "ivreaClipboard";
    private static final FlowCodec CODEC = new FlowCodec(NodeShapes.NONE, JsonLimits.DEFAULT);

    private Clipboard() {}

    /// The selected nodes, with the wires among them.
    public static String copy(FlowDocument flow, Selection selection) {
        Fragment fragment = Fragment.of(flow, selection.nodes());
        SequencedMap<String, Json> mark = new LinkedHashMap<>();
        mark.put(MARK, Json.of(1));
        FlowDocument part = FlowDocument.empty(flow.name()).withNodes(fragment.nodes())
                .withLayout(fragment.places()).withExtra(mark);
        return new String(CODEC.write(part), StandardCharsets.UTF_8);
    }

    /// Copies, and removes what was copied in one undo step.
    public static Edit cut(FlowDocument flow, Selection selection) {
        Edit delete = Nodes.delete(flow, Selection.ofNodes(selection.nodes()));
        return Edit.of(EditNames.of("cut", EditNames.nodes(flow, selection.within(flow).nodes())), delete.change())
                .selecting(Selection.NONE);
    }

    /// Puts the nodes of a text into the flow and selects them.
    ///
    /// @param at where their upper left corner goes
    /// @throws ClipboardFailure when there are none in the text, with the reason
    public static Edit paste(FlowDocument flow, String text, Point at) throws ClipboardFailure {
        FlowDocument part = read(text);
        Fragment.Paste paste = Fragment.of(part, part.nodes().keySet()).into(flow, at);
        String what = paste.ids().size() == 1
                ? EditNames.node(part, part.nodes().firstEntry().getKey())
                : EditNames.of("nodes", paste.ids().size());
        return Edit.of(EditNames.of("paste", what), paste.change()).selecting(Selection.ofNodes(paste.ids()));
    }

    /// Where the copied nodes stood: the place to paste them when nobody points anywhere is beside it.
    public static Point corner(String text) throws ClipboardFailure {
        FlowDocument part = read(text);
        return Fragment.of(part, part.nodes().keySet()).corner();
    }

    private static FlowDocument read(String text) throws ClipboardFailure {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw new ClipboardFailure(EditNames.of("clipboard.empty"));
        }
        Parsed parsed = JsonReader.read(bytes, JsonLimits.DEFAULT);
        if (!(parsed.value() instanceof Json.Obj object) || object.get("nodes") == null) {
            boolean meant = text.contains(MARK) || text.contains("\"formatVersion\"");
            String reason = parsed.problems().isEmpty()
                    ? ""
                    : parsed.problems().getFirst().position() + ": " + parsed.problems().getFirst().message();
            throw new ClipboardFailure(meant && !reason.isEmpty()
                    ? EditNames.of("clipboard.broken", reason)
                    : EditNames.of("clipboard.foreign"));
        }
        Loaded<FlowDocument> part = CODEC.read(bytes, "clipboard");
        FlowDocument flow = part.value();
        if (flow == null || part.hasErrors()) {
            throw new ClipboardFailure(EditNames.of("clipboard.broken", part.problems().stream()
                    .filter(Problem::isError).findFirst().map(Clipboard::described).orElse("")));
        }
        if (flow.nodes().isEmpty()) {
            throw new ClipboardFailure(EditNames.of("clipboard.noNodes"));
        }
        return flow;
    }

    private static String described(Problem problem) {
        return problem.position() == null ? problem.message() : problem.position() + ": " + problem.message();
    }
}
