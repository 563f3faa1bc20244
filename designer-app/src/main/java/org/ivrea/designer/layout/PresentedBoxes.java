package org.ivrea.designer.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.designer.edit.BoxSize;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.NodePresentation;
import org.ivrea.flow.document.NodeDocument;

/// Boxes as the canvas draws them.
///
/// @param presentations of all nodes, by id
public record PresentedBoxes(Map<String, NodePresentation> presentations) implements TidyBoxes {

    @Override
    public BoxSize of(String id, NodeDocument node) {
        NodePresentation shown = presentations.get(id);
        if (shown == null) {
            return new BoxSize((int) BoxMetrics.WIDTH, (int) BoxMetrics.HEADER);
        }
        var size = BoxMetrics.size(shown, null);
        return new BoxSize((int) Math.ceil(size.width()), (int) Math.ceil(size.height()));
    }

    @Override
    public double entry(String id, NodeDocument node) {
        return BoxMetrics.TITLE_MIDDLE;
    }

    @Override
    public List<ExitPort> exits(String id, NodeDocument node) {
        NodePresentation shown = presentations.get(id);
        List<ExitPort> ports = new ArrayList<>();
        for (int row = 0; shown != null && row < shown.exits().size(); row++) {
            if (shown.exits().get(row).hasRow()) {
                ports.add(new ExitPort(shown.exits().get(row).name(), BoxMetrics.exitMiddle(shown, row)));
            }
        }
        return ports;
    }
}
