package org.ivrea.designer.layout;

import java.util.List;
import org.ivrea.designer.edit.BoxSizes;
import org.ivrea.flow.document.NodeDocument;

/// How boxes look, as far as tidying must know: it depends on what they show.
public interface TidyBoxes extends BoxSizes {

    /// Where edges enter the box at its left side, from its top.
    double entry(String id, NodeDocument node);

    /// Where its exits are, from top to bottom. Edges of exits that are not listed leave at the bottom.
    List<ExitPort> exits(String id, NodeDocument node);
}
