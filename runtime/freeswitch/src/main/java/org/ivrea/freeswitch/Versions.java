package org.ivrea.freeswitch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.flow.problem.Problem;
import org.ivrea.freeswitch.environment.Environment;
import org.ivrea.freeswitch.environment.EnvironmentFile;
import org.ivrea.freeswitch.flows.FlowSet;
import org.ivrea.freeswitch.flows.ProjectLoader;
import org.jspecify.annotations.Nullable;

/// Loads flows and environment, at the start and again when the operator asks for it.
final class Versions {
    private final Settings settings;
    private final ProjectLoader loader;
    private volatile Version newest;

    Versions(Settings settings) {
        this.settings = settings;
        loader = new ProjectLoader(settings.limits());
        loader.warmUp();
        newest = new Version(FlowSet.EMPTY, Environment.empty(), settings);
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
        Path file = settings.environment();
        Environment environment = Environment.empty();
        if (file != null) {
            EnvironmentFile.Result read = EnvironmentFile.read(file, System.getenv());
            if (read.environment() == null) {
                return first(read.problems());
            }
            environment = read.environment();
        }
        FlowSet flows;
        try {
            flows = loader.load(settings.flows());
        } catch (IOException e) {
            return "The flow folder " + settings.flows() + " cannot be read: " + e
                    + "; correct the setting \"flows\", or create the folder";
        }
        Version before = newest;
        newest = new Version(flows, environment, settings);
        before.leave();
        return null;
    }

    private static String first(List<Problem> problems) {
        return problems.getFirst().toString();
    }
}
