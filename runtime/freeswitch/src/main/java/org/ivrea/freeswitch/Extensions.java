package org.ivrea.freeswitch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.SortedSet;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.Bridge.LogLevel;
import org.ivrea.freeswitch.extension.Control;
import org.ivrea.freeswitch.extension.Extension;
import org.ivrea.freeswitch.extension.ExtensionProvider;
import org.ivrea.freeswitch.flows.ProjectLoader;
import org.jspecify.annotations.Nullable;

/// Where the flows come from: a folder, or the server that the settings name.
final class Extensions {
    private Extensions() {}

    /// @throws IOException with a message for people
    static Extension open(SwitchRuntime runtime) throws IOException {
        Settings settings = runtime.settings();
        var loader = new ProjectLoader(settings.limits());
        loader.warmUp();
        Path server = settings.server();
        if (server == null) {
            return new FolderFlows(settings, loader);
        }
        ExtensionProvider provider = ServiceLoader.load(ExtensionProvider.class, Extensions.class.getClassLoader())
                .findFirst().orElseThrow(() -> new IOException("The setting \"server\" names " + server + ", but the "
                        + "runtime's folder holds no server: install all jars of the runtime, or leave the setting out"));
        return provider.open(server, loader, new OfSwitch(runtime));
    }

    private record OfSwitch(SwitchRuntime runtime) implements Control {
        @Override
        public @Nullable String reload() {
            return runtime.reload();
        }

        @Override
        public void log(Level level, String text) {
            Bridge bridge = runtime.bridge();
            bridge.log(0, switch (level) {
                case INFO -> LogLevel.INFO;
                case WARNING -> LogLevel.WARNING;
                case ERROR -> LogLevel.ERROR;
            }, text);
        }

        @Override
        public @Nullable SortedSet<String> modules() {
            return runtime.bridge().modules();
        }
    }
}
