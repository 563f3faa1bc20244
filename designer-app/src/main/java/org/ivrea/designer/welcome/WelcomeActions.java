package org.ivrea.designer.welcome;

import java.nio.file.Path;
import org.ivrea.flow.project.ProjectTemplate;

/// What the welcome page can ask of the window.
public interface WelcomeActions {

    /// Copies the sample to a folder that the person chooses, and opens it.
    void openSample(ProjectTemplate sample);

    void newProject();

    /// Lets the person choose a folder, and opens it.
    void chooseFolder();

    void open(Path folder);

    /// Takes a project from the list of recent ones.
    void forget(Path folder);
}
