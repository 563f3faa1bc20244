package org.ivrea.designer.edit;

import org.ivrea.flow.document.FlowDocument;

/// A moment of a flow's editing.
public record FlowState(FlowDocument document, Selection selection) {}
