package org.ivrea.flow.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.JsonWriter;

/// Tells whether two versions of a flow do the same: a moved box, a changed note, a comment or a group make no
/// difference, everything else does.
public final class LogicHash {
    private LogicHash() {}

    /// The SHA-256 of the canonical file without layout, notes, comments and groups, as 64 hexadecimal digits.
    public static String of(FlowDocument flow, NodeShapes shapes) {
        byte[] logic = JsonWriter.canonicalBytes(new FlowEncoder(shapes).encode(logicOf(flow)));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(logic));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static FlowDocument logicOf(FlowDocument flow) {
        SequencedMap<String, NodeDocument> nodes = new LinkedHashMap<>();
        flow.nodes().forEach((id, node) -> {
            if (!node.isAnnotation()) {
                nodes.put(id, node.note() == null ? node : node.withNote(null));
            }
        });
        return flow.withNodes(nodes).withLayout(new LinkedHashMap<>());
    }
}
