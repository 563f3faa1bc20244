package org.ivrea.designer.inspector.form;

import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/// What editors need of the window around them.
public interface Surroundings {

    Workspace workspace();

    AudioPlayer player();

    SpeechSynthesizer voice();

    /// The author wants to see another flow of the project.
    default void openFlow(String flow) {}

    /// The author wants to see a node of the flow that is shown.
    default void reveal(String nodeId) {}

    /// The author wants to see a recording in the prompts panel.
    default void openPrompt(String file) {}

    /// Runs a command of the window with what is selected, by the command's id.
    default void run(String command) {}

    /// The author wants to read about a node type.
    ///
    /// @param nodeType its name in files
    /// @param field    which of its fields in particular, by the name in files; `null` for none
    default void openHelp(String nodeType, @Nullable String field) {}
}
