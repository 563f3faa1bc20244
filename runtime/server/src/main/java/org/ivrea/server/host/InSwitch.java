package org.ivrea.server.host;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Path;
import org.ivrea.freeswitch.extension.CallObserver;
import org.ivrea.freeswitch.extension.Control;
import org.ivrea.freeswitch.extension.Extension;
import org.ivrea.freeswitch.extension.ExtensionProvider;
import org.ivrea.freeswitch.extension.ObservedCall;
import org.ivrea.freeswitch.extension.Supply;
import org.ivrea.freeswitch.flows.ProjectLoader;
import org.ivrea.server.admin.AdminServer;
import org.ivrea.server.config.ConfigurationFile;
import org.ivrea.server.config.ServerConfiguration;
import org.ivrea.server.config.ServerConfiguration.Admin;
import org.ivrea.server.run.IvreaServer;
import org.jspecify.annotations.Nullable;

/// The server inside the switch: what the setting `server` of the module begins.
@AutoService(ExtensionProvider.class)
public final class InSwitch implements ExtensionProvider {
    @Override
    public Extension open(Path file, ProjectLoader loader, Control control) throws IOException {
        ConfigurationFile.Result read = ConfigurationFile.read(file);
        ServerConfiguration configuration = read.configuration();
        if (configuration == null) {
            throw new IOException(read.message());
        }
        var server = new IvreaServer(configuration, loader, control);
        Admin admin = configuration.admin();
        try {
            return new WithAdmin(server, admin == null ? null : new AdminServer(server, admin));
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private record WithAdmin(IvreaServer server, @Nullable AdminServer admin) implements Extension {
        @Override
        public Supply load() throws IOException {
            return server.load();
        }

        @Override
        public @Nullable String route(String called) {
            return server.route(called);
        }

        @Override
        public CallObserver begins(ObservedCall call) {
            return server.begins(call);
        }

        @Override
        public void close() {
            if (admin != null) {
                admin.close();
            }
            server.close();
        }
    }
}
