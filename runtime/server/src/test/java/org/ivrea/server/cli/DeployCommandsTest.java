package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DeployCommandsTest {
    private static final String PASSPHRASE = "correct horse";

    @TempDir private Path scratch;
    private Path project = Path.of("");
    private Path key = Path.of("");
    private Path store = Path.of("");

    @BeforeEach
    void prepare() {
        key = scratch.resolve("our.key");
        store = scratch.resolve("store");
        project = Projects.good(scratch);
        assertThat(with("keys", "new", key, "--comment", "Tests").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aProjectIsCheckedPackedDeployedAndRolledBack() {
        Run first = with("deploy", project, "--release", "1.0.0", "--key", key, "--folder", store);
        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).contains("the first version there").contains("desk 1.0.0 runs on 1 server");

        Projects.change(project, Projects.FLOW, "\"label\": \"Goodbye\"", "\"label\": \"Bye\"");
        Run second = with("deploy", project, "--release", "1.1.0", "--key", key, "--folder", store, "--json");
        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(second.out()).contains("\"deployed\": true").contains("\"outcome\": \"activated\"");

        Run back = with("rollback", "desk", "--folder", store, "--trusted", key);
        assertThat(back.code()).as(back.out()).isEqualTo(ExitCode.OK);
        assertThat(back.out()).contains("New calls run desk 1.0.0");

        Run again = with("rollback", "desk", "--folder", store, "--trusted", key, "--release", "9", "--json");
        assertThat(again.code()).isEqualTo(ExitCode.FOUND);
        assertThat(again.out()).contains("\"rolledBack\": false").contains("it has: 1.1.0, 1.0.0");
    }

    @Test
    void aProjectIsTakenOutOfServiceAndBack() {
        with("deploy", project, "--release", "1.0.0", "--key", key, "--folder", store);

        Run out = with("deactivate", "desk", "--folder", store, "--trusted", key);
        assertThat(out.code()).as(out.err() + out.out()).isEqualTo(ExitCode.OK);
        assertThat(out.out()).contains("desk 1.0.0 is out of service");

        Run again = with("deactivate", "desk", "--folder", store, "--trusted", key, "--json");
        assertThat(again.code()).isEqualTo(ExitCode.FOUND);
        assertThat(again.out()).contains("\"deactivated\": false").contains("\"code\": \"not-found\"");

        Run back = with("rollback", "desk", "--folder", store, "--trusted", key);
        assertThat(back.out()).contains("New calls run desk 1.0.0");
    }

    @Test
    void aDryRunShowsTheDifferenceAndChangesNothing() {
        with("deploy", project, "--release", "1.0.0", "--key", key, "--folder", store);
        Projects.change(project, Projects.FLOW, "\"label\": \"Goodbye\"", "\"label\": \"Bye\"");

        Run trial = with("deploy", project, "--folder", store, "--dry-run");
        assertThat(trial.code()).as(trial.err()).isEqualTo(ExitCode.OK);
        assertThat(trial.out()).contains("runs desk 1.0.0").contains("label Goodbye → Bye");

        Run json = with("diff", project, "--folder", store, "--json");
        assertThat(json.code()).isEqualTo(ExitCode.FOUND);
        assertThat(json.out()).contains("\"running\": \"1.0.0\"").contains("\"pointer\": \"/label\"");
    }

    @Test
    void aFailingCallScriptStopsIt() {
        Projects.change(project, "tests/closed.call", "hear \"Our", "hear \"elephants\"\nhear \"Our");

        Run run = with("deploy", project, "--release", "1.0.0", "--key", key, "--folder", store);

        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.err()).contains("FAILED").contains("Not deployed");
        assertThat(store).doesNotExist();
    }

    @Test
    void onAllServersOrOnNone() {
        Path file = scratch.resolve("blocked");
        write(file, "no folder");

        Run all = with("deploy", project, "--release", "1", "--key", key, "--folder", store, "--folder",
                file.resolve("store"));
        assertThat(all.code()).isEqualTo(ExitCode.FOUND);
        assertThat(all.out()).contains("nothing was activated").contains("runs on 0 of 2 servers");

        Run most = with("deploy", project, "--release", "1", "--key", key, "--folder", store, "--folder",
                file.resolve("store"), "--as-many-as-possible");
        assertThat(most.code()).isEqualTo(ExitCode.FOUND);
        assertThat(most.out()).contains("runs on 1 of 2 servers");
    }

    @Test
    void aPackageIsDeployedAsItIsAndServersComeFromAFile() {
        Path file = scratch.resolve("desk.ivrea");
        assertThat(with("pack", project, "--release", "1.0.0", "--key", key, "-o", file).code())
                .isEqualTo(ExitCode.OK);
        Path servers = scratch.resolve("servers.json");
        write(servers,
                "{ \"servers\": [ { \"name\": \"Spare\", \"folder\": \"store\", \"trustedKeys\": \"trusted\" } ] }");
        write(scratch.resolve("trusted"), Run.of("keys", "show", key).out());

        Run run = Run.of("deploy", file, "--servers", servers);
        assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("ok  Spare:");

        Run same = Run.of("diff", file, project);
        assertThat(same.code()).as(same.out()).isEqualTo(ExitCode.OK);
        write(servers, "{ \"servers\": [ { \"name\": \"Spare\", \"url\": \"ivr1\", \"token\": \"secret\" } ] }");
        assertThat(Run.of("deploy", file, "--servers", servers).err()).contains("A server has no \"token\"")
                .doesNotContain("secret");
    }

    @Test
    void twoProjectsAreCompared() throws IOException {
        Path other = Projects.good(Files.createDirectory(scratch.resolve("other")));
        Projects.change(other, Projects.FLOW, "\"type\": \"hangup\"", "\"note\": \"Polite\", \"type\": \"hangup\"");

        Run text = Run.of("diff", project, other);
        assertThat(text.code()).isEqualTo(ExitCode.FOUND);
        assertThat(text.out()).contains("note added: Polite");
        assertThat(Run.of("diff", project, other, "--logic").code()).isEqualTo(ExitCode.OK);
        assertThat(Run.of("diff", project).err()).contains("second project");
    }

    @Test
    void tokensComeFromFilesThatOnlyTheirOwnerMayRead() throws IOException {
        Path token = scratch.resolve("token");
        write(token, "abc");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));

        Run open = with("rollback", "desk", "--to", "http://localhost:1", "--token-file", token);
        assertThat(open.code()).isEqualTo(ExitCode.FOUND);
        assertThat(open.out()).contains("chmod 600");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        assertThat(with("rollback", "desk", "--to", "http://localhost:1", "--token-file", token).out())
                .contains("Nothing answers at localhost:1");
        assertThat(with("rollback", "desk", "--to", "http://localhost:1").out()).contains("set IVREA_TOKEN");
        assertThat(with("rollback", "desk", "--to", "http://ivr1").err()).contains("https://");
        assertThat(with("rollback", "desk").err()).contains("No server is named");
    }

    private static void write(Path file, String text) {
        Path parent = java.util.Objects.requireNonNull(file.getParent());
        Projects.write(parent, file.getFileName().toString(), text);
    }

    private static Run with(Object... arguments) {
        return Run.in(Map.of("IVREA_PASSPHRASE", PASSPHRASE), false, "", arguments);
    }
}
