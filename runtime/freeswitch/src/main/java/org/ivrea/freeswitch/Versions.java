package org.ivrea.freeswitch;

import java.io.IOException;
import org.ivrea.freeswitch.environment.Environment;
import org.ivrea.freeswitch.extension.Extension;
import org.ivrea.freeswitch.extension.Supply;
import org.ivrea.freeswitch.flows.FlowSet;
import org.jspecify.annotations.Nullable;

/// Loads flows and environment, at the start and again when the operator or the server asks for it.
final class Versions {
    private final Settings settings;
    private final Extension extension;
    private volatile Version newest;

    Versions(Settings settings, Extension extension) {
        this.settings = settings;
        this.extension = extension;
        newest = new Version(new Supply(FlowSet.EMPTY, Environment.empty(), () -> {}), settings);
    }

    Extension extension() {
        return extension;
    }

    Version newest() {
        return newest;
    }

    /// The newest version, for one call.
    Version enter() {
        while (true) {
            Version version = newest;
            if (version.enter()) {
                return version;
            }
        }
    }

    /// Loads everything anew. New calls get it at once; those in progress keep what they have.
    ///
    /// @return why nothing was loaded and all is as it was; `null` when it went well
    synchronized @Nullable String reload() {
        Supply supply;
        try {
            supply = extension.load();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        Version before = newest;
        newest = new Version(supply, settings);
        before.leave();
        return null;
    }
}
