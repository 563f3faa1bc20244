package org.ivrea.designer.prompts;

import javafx.scene.layout.Region;

/// The panel of the project's recordings.
public final class PromptsView extends Region {

    public PromptsView(PromptsContext context) {
        setId("prompts");
        setAccessibleText(context.workspace().project().settings().name());
    }

    /// Selects a recording and makes it visible.
    public void reveal(String file) {
        setUserData(file);
    }
}
