package org.ivrea.freeswitch.extension;

import java.io.IOException;
import java.nio.file.Path;
import org.ivrea.freeswitch.flows.ProjectLoader;

/// Makes the extension that the setting `server` asks for. Found by `ServiceLoader`.
public interface ExtensionProvider {

    /// @param configuration the file that the setting names
    /// @throws IOException with a message for people when it cannot begin
    Extension open(Path configuration, ProjectLoader loader, Control control) throws IOException;
}
