package org.ivrea.designer.edit;

import java.util.Collection;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;

/// The names of edits, as menus show them behind "Undo".
final class EditNames {
    private static final int LONGEST = 40;
    private static final Messages TEXTS = Messages.of(EditNames.class);

    private EditNames() {}

    static String of(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }

    /// “Main menu”, or "3 nodes".
    static String nodes(FlowDocument flow, Collection<String> ids) {
        return ids.size() == 1 ? node(flow, ids.iterator().next()) : of("nodes", ids.size());
    }

    /// The node by its label, or by its id when it has none.
    static String node(FlowDocument flow, String id) {
        NodeDocument node = flow.node(id);
        return quoted(node == null || node.label() == null ? id : node.label());
    }

    static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return of("quoted", line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…");
    }
}
