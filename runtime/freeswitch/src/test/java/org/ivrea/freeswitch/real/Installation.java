package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The FreeSWITCH of this machine, and our module for it.
///
/// @param missing why there can be no real calls here; empty when there can
public record Installation(Path program, Path modules, Path configuration, Path module, Path runtime, String missing) {
    /// Where FreeSWITCH goes when it is built from its sources.
    private static final String USUAL = "/usr/local/freeswitch/lib/pkgconfig";

    static Installation find() {
        Path target = Path.of("target").toAbsolutePath();
        Path module = Path.of(System.getProperty("ivrea.module", target.resolve("native/mod_ivrea.so").toString()));
        Path runtime = Path.of(System.getProperty("ivrea.runtime", target.resolve("classes").toString()));
        String prefix = variable("prefix");
        String modules = variable("modulesdir");
        Path program = prefix == null ? Path.of("freeswitch") : Path.of(prefix, "bin", "freeswitch");
        String missing = prefix == null || modules == null || !Files.isExecutable(program)
                ? "no FreeSWITCH was found by pkg-config"
                : !Files.exists(module) ? "mod_ivrea was not built" : "";
        String configuration = variable("confdir");
        return new Installation(program, Path.of(modules == null ? "" : modules),
                Path.of(configuration == null ? "" : configuration), module, runtime, missing);
    }

    /// Whether the switch has a module.
    boolean has(String name) {
        return Files.exists(modules.resolve(name + ".so"));
    }

    private static @Nullable String variable(String name) {
        try {
            var builder = new ProcessBuilder(List.of("pkg-config", "--variable=" + name, "freeswitch"));
            String path = System.getenv("PKG_CONFIG_PATH");
            builder.environment().put("PKG_CONFIG_PATH", path == null ? USUAL : path + ":" + USUAL);
            Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor() == 0 && !text.isEmpty() ? text : null;
        } catch (IOException _) {
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
