package org.ivrea.freeswitch;

import java.io.IOException;
import java.nio.file.Path;
import org.ivrea.freeswitch.environment.Environment;
import org.ivrea.freeswitch.environment.EnvironmentFile;
import org.ivrea.freeswitch.extension.CallObserver;
import org.ivrea.freeswitch.extension.Extension;
import org.ivrea.freeswitch.extension.ObservedCall;
import org.ivrea.freeswitch.extension.Supply;
import org.ivrea.freeswitch.flows.ProjectLoader;
import org.jspecify.annotations.Nullable;

/// The flows of a folder, where there is no server.
final class FolderFlows implements Extension {
    private final Settings settings;
    private final ProjectLoader loader;

    FolderFlows(Settings settings, ProjectLoader loader) {
        this.settings = settings;
        this.loader = loader;
    }

    @Override
    public Supply load() throws IOException {
        Path file = settings.environment();
        Environment environment = Environment.empty();
        if (file != null) {
            EnvironmentFile.Result read = EnvironmentFile.read(file, System.getenv());
            if (read.environment() == null) {
                throw new IOException(read.problems().getFirst().toString());
            }
            environment = read.environment();
        }
        try {
            return new Supply(loader.load(settings.flows()), environment, () -> {});
        } catch (IOException e) {
            throw new IOException("The flow folder " + settings.flows() + " cannot be read: " + e
                    + "; correct the setting \"flows\", or create the folder", e);
        }
    }

    @Override
    public @Nullable String route(String called) {
        return null;
    }

    @Override
    public CallObserver begins(ObservedCall call) {
        return CallObserver.NONE;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
