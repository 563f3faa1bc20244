package org.ivrea.designer.window;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.designer.edit.BoxSize;
import org.ivrea.designer.layout.ExitPort;
import org.ivrea.designer.layout.TidyBoxes;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.ExitPresentation;
import org.ivrea.designer.presentation.NodePresentation;
import org.ivrea.designer.presentation.Presentations;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// Tells tidying how the boxes are that the canvas shows.
final class PresentedBoxes implements TidyBoxes {
    private final Presentations shown;

    PresentedBoxes(Presentations shown) {
        this.shown = shown;
    }

    @Override
    public BoxSize of(String id, NodeDocument node) {
        NodePresentation box = shown.node(id);
        if (box == null) {
            return new BoxSize((int) BoxMetrics.WIDTH, (int) BoxMetrics.HEADER);
        }
        var size = BoxMetrics.size(box, shown.document().layout().get(id));
        return new BoxSize((int) Math.ceil(size.width()), (int) Math.ceil(size.height()));
    }

    @Override
    public double entry(String id, NodeDocument node) {
        return BoxMetrics.TITLE_MIDDLE;
    }

    @Override
    public List<ExitPort> exits(String id, NodeDocument node) {
        @Nullable NodePresentation box = shown.node(id);
        List<ExitPort> ports = new ArrayList<>();
        if (box != null) {
            for (int row = 0; row < box.exits().size(); row++) {
                ExitPresentation exit = box.exits().get(row);
                if (exit.hasRow()) {
                    ports.add(new ExitPort(exit.name(), BoxMetrics.exitMiddle(box, row)));
                }
            }
        }
        return ports;
    }
}
