package org.ivrea.designer.prompts;

import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.workspace.Workspace;

/// What the prompts panel needs of the window around it.
public interface PromptsContext {

    Workspace workspace();

    AudioPlayer player();

    SpeechSynthesizer voice();

    /// The author wants to see a node, which plays the prompt.
    default void reveal(String flow, String nodeId) {}

    /// What is going on, in a few words; empty for nothing.
    default void status(String text) {}
}
