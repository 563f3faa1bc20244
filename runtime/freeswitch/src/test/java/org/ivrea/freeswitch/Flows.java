package org.ivrea.freeswitch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes projects of one flow, named `main`.
final class Flows {
    private Flows() {}

    /// @param nodes members of the object `nodes`; the first node is `start`
    static void project(Path folder, String name, String nodes) {
        Path project = folder.resolve(name);
        try {
            Files.createDirectories(project.resolve("flows"));
            Files.writeString(project.resolve("project.json"), """
                    { "formatVersion": 1, "name": "%s", "main": "main", "languages": [ "en" ] }
                    """.formatted(name));
            Files.writeString(project.resolve("flows/main.flow.json"), """
                    { "formatVersion": 1, "name": "Main", "start": "start", "nodes": { %s } }
                    """.formatted(nodes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A flow that says something and hangs up.
    static void saying(Path folder, String name, int hertz) {
        project(folder, name, """
                "start": { "type": "play", "prompt": [ { "toneHz": %d, "ms": 1000 } ], "exits": { "next": null } }"""
                .formatted(hertz));
    }

    /// A flow that plays as long as the caller stays.
    static void waiting(Path folder, String name) {
        project(folder, name, """
                "start": { "type": "wait", "ms": 600000, "exits": { "next": null } }""");
    }
}
