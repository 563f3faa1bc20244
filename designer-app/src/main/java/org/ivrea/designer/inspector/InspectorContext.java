package org.ivrea.designer.inspector;

import org.ivrea.designer.inspector.form.Surroundings;

/// What an inspector needs of the window around it.
public interface InspectorContext extends Surroundings {

    /// The author wants to read about a node type.
    ///
    /// @param nodeType its name in files
    default void openHelp(String nodeType) {}
}
