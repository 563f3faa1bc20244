package org.ivrea.designer.edit;

import org.ivrea.flow.document.NodeDocument;

/// Knows how large boxes are: what aligns, arranges and groups them must know, but documents do not say it.
@FunctionalInterface
public interface BoxSizes {

    /// @param id   the node's id
    /// @param node no comment and no group: these have their size in the layout
    BoxSize of(String id, NodeDocument node);
}
