package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ServerCommandsTest {
    @TempDir private Path folder;
    private Path configuration = Path.of("");

    @BeforeEach
    void configure() throws IOException {
        configuration = Files.writeString(folder.resolve("server.json"), """
                { "store": "store", "trustedKeys": "trusted-keys", "admin": { "tokens": "tokens" },
                  "journeys": { "folder": "journeys" } }""");
    }

    @Test
    void tokensAreMadeListedAndRevoked() throws IOException {
        Run made = Run.of("tokens", "new", "--role", "deployer", "--name", "ci", "--config", configuration);
        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.OK);
        assertThat(made.out()).matches("ivrea_[A-Za-z0-9_-]{43}\n");
        assertThat(Files.readString(folder.resolve("tokens"))).startsWith("deployer ci ")
                .doesNotContain(made.out().strip());

        assertThat(Run.of("tokens", "list", "--config", configuration).out()).isEqualTo("deployer  ci\n");
        assertThat(Run.of("tokens", "list", "--config", configuration, "--json").out()).contains("\"name\": \"ci\"");
        assertThat(Run.of("tokens", "new", "--role", "boss", "--name", "me", "--config", configuration).err())
                .contains("choose viewer, deployer, admin");
        assertThat(Run.of("tokens", "new", "--role", "admin", "--name", "ci", "--config", configuration).err())
                .contains("revoke it first");
        assertThat(Run.of("tokens", "revoke", "ci", "--config", configuration).code()).isEqualTo(ExitCode.OK);
        assertThat(Run.of("tokens", "revoke", "ci", "--config", configuration).code()).isEqualTo(ExitCode.UNABLE);
    }

    @Test
    void theConfigurationIsCheckedWithoutServing() throws IOException {
        assertThat(Run.of("serve", "--check", "--config", configuration).code()).isEqualTo(ExitCode.OK);
        Files.writeString(configuration, "{ \"stor\": \"x\" }");

        Run wrong = Run.of("serve", "--config", configuration);
        assertThat(wrong.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(wrong.err()).contains("server.json:1:11", "did you mean \"store\"?");
    }

    @Test
    void aServerWithoutItsKeysSaysWhatToDo() {
        Run serve = Run.of("serve", "--config", configuration);

        assertThat(serve.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(serve.err()).contains("trusted keys", "ivrea keys show");
    }

    @Test
    void journeysAreListedExportedAndTraced() throws IOException {
        Path journeys = Files.createDirectory(folder.resolve("journeys"));
        String trace = "{\"atMs\":0,\"event\":\"call-closed\",\"outcome\":\"completed\"}\n";
        Files.writeString(journeys.resolve("000001-2026-03-02.traces.jsonl"), trace);
        Files.writeString(journeys.resolve("000001-2026-03-02.journeys.jsonl"), """
                {"id":"call-1","project":"shop","version":"1.0","flow":"main","caller":"100","called":"5000",\
                "startedAt":"2026-03-02T10:00:00Z","durationMs":1500,"outcome":"completed","steps":[],"inputs":[],\
                "trace":[0,%d]}
                """.formatted(trace.length()));

        assertThat(Run.of("journeys", "list", "--config", configuration).out())
                .isEqualTo("2026-03-02T10:00:00Z  call-1  shop 1.0  100 > 5000  1500 ms  completed\n");
        assertThat(Run.of("journeys", "list", "--folder", journeys, "--project", "bank").out()).isEmpty();
        assertThat(Run.of("journeys", "list", "--folder", journeys, "--json").out()).contains("\"id\": \"call-1\"");
        assertThat(Run.of("journeys", "export", "--folder", journeys, "--since", "2026-03-02").out())
                .startsWith("id,startedAt,").contains("\r\ncall-1,2026-03-02T10:00:00Z,shop,1.0,main,100,5000,1500,");
        assertThat(Run.of("journeys", "trace", "call-1", "--folder", journeys).out()).isEqualTo(trace);
        assertThat(Run.of("journeys", "trace", "call-2", "--folder", journeys).code()).isEqualTo(ExitCode.UNABLE);
        assertThat(Run.of("journeys", "list", "--folder", journeys, "--since", "soon").err()).contains("is no time");
    }
}
