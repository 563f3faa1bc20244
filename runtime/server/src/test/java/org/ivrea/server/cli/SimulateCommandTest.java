package org.ivrea.server.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimulateCommandTest {
    private static final String MORNING = "2026-03-02 10:00 Europe/Berlin";

    @TempDir private Path folder;

    @Test
    void keysArePressedWhenThePromptHasEnded() {
        Run run = Run.of("simulate", Projects.good(folder), "--keys", "3,2");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).containsSubsequence("Welcome to our office.", "press 3.", "presses 3",
                "from 9 to 17", "press 3.", "presses 2", "[voicemail office]", "Goodbye", "hangs up (NORMAL_CLEARING)",
                "The call is over.");
        assertThat(Run.of("simulate", Projects.good(folder.resolve("again")), "--keys", "3,2").out())
                .isEqualTo(run.out());
    }

    @Test
    void theCallerCanHangUp() {
        Run run = Run.of("simulate", Projects.good(folder), "--keys", "3,h");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).containsSubsequence("presses 3", "CALLER  hangs up");
    }

    @Test
    void aScriptSaysWhatHappens() {
        Path project = Projects.good(folder);
        Run byName = Run.of("simulate", project, "--script", "closed");
        assertThat(byName.code()).isEqualTo(ExitCode.OK);
        assertThat(byName.out()).contains("Our office is closed.", "The script passed.");
        Path file = project.resolve("tests/closed.call");
        assertThat(Run.of("simulate", project, "--script", file).out()).isEqualTo(byName.out());

        Projects.change(project, "tests/closed.call", "hear \"Goodbye\"", "hear \"Good night\"");
        Run failing = Run.of("simulate", project, "--script", "closed");
        assertThat(failing.code()).isEqualTo(ExitCode.FOUND);
        assertThat(failing.out()).contains("The script failed in line 6: ", "Good night");
    }

    @Test
    void nodesExitsAndVariablesAreShownOnRequest() {
        Path project = Projects.good(folder);
        assertThat(Run.of("simulate", project, "--keys", "3,h").out()).doesNotContain("main-menu");
        assertThat(Run.of("simulate", project, "--keys", "3,h", "--path").out())
                .contains("front-desk/main-menu.hours (the caller pressed 3)", "front-desk/say-hours");
    }

    @Test
    void theTraceIsWritten() throws IOException {
        Path trace = folder.resolve("call.jsonl");
        Run.of("simulate", Projects.good(folder), "--keys", "3,h", "--trace", trace);
        List<TraceJson.Timed> events = Files.readAllLines(trace).stream().map(TraceJson::read).toList();
        assertThat(events.getFirst().event()).isInstanceOf(TraceEvent.CallStarted.class);
        assertThat(events.getLast().event()).isInstanceOf(TraceEvent.CallClosed.class);
        Run run = Run.of("simulate", folder.resolve("desk"), "--keys", "h", "--trace", folder);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains("The trace " + folder + " cannot be written").hasLineCount(1);
    }

    @Test
    void theWorldIsSaidAsInACallScript() {
        Path project = Projects.good(folder);
        assertThat(Run.of("simulate", project, "--keys", "h", "--at", "2026-03-02 20:00 Europe/Berlin").out())
                .contains("Our office is closed.");
        assertThat(Run.of("simulate", project, "--keys", "1,h", "--stub", "dial office -> busy").out())
                .contains("[dial: busy]", "Nobody can take your call");
        assertThat(Run.of("simulate", project, "--keys", "1,h", "--world", project.resolve("tests/nobody-answers.call"),
                "--at", "2026-03-02 20:00 Europe/Berlin").out()).contains("Our office is closed.");
        assertThat(Run.of("simulate", project, "--keys", "1,h", "--world",
                project.resolve("tests/nobody-answers.call")).out()).contains("[dial: busy]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--keys | 1,x | is no telephone key",
            "--stub | dial office | the answer is missing",
            "--stub | dail office -> busy | did you mean \"dial\"?",
            "--at | yesterday | such as 10:00",
            "--seed | many | whole number",
            "--channel | gold | write it like tier=gold",
            "--flow | missing | there are: front-desk",
            "--speed | 0 | above 0",
            "--speed | fast | fast",
            "--world | missing.call | it does not exist",
            "--script | missing.call | it does not exist",
            "--service | bank=http://localhost | add --live-http",
            "--live-http | | add --service NAME=URL"})
    void aWrongOptionIsOneMessageAndExitCode2(String option, String value, String message) {
        Path project = Projects.good(folder);
        Run run = value == null
                ? Run.of("simulate", project, option)
                : Run.of("simulate", project, option, value);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).containsIgnoringCase(message).startsWith("error: ").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void keysAndAScriptExcludeEachOther() {
        Path project = Projects.good(folder);
        assertThat(Run.of("simulate", project, "--keys", "1", "--script", "closed").code())
                .isEqualTo(ExitCode.UNABLE);
        assertThat(Run.of("simulate", project, "--script", "closed", "--caller", "1").err())
                .contains("leave out the options");
    }

    @Test
    void aFlowWithErrorsIsShownAndNotCalled() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"left\": \"goodbye\"", "\"left\": \"godbye\"");
        Run run = Run.of("simulate", project, "--keys", "1");
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("[exit-dangling]", "The flow cannot run: 1 error").doesNotContain("FLOW ");
    }

    @Test
    void brokenSettingsAreShown() {
        Path project = Projects.good(folder);
        Projects.write(project, "project.json", "{");
        Run run = Run.of("simulate", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("project.json:1:");
    }

    @Test
    void aPersonAtTheKeyboardIsTheCaller() throws Exception {
        try (var call = new Live("simulate", patient().toString(), "--speed", "20", "--at", MORNING)) {
            call.until("press 3").type("3").until("presses 3").until("from 9 to 17").until("press 3").type("2")
                    .until("[voicemail office]").until("The call is over.");
            assertThat(call.code()).isEqualTo(ExitCode.OK);
            assertThat(call.output()).startsWith("Calling front-desk of Desk").contains("h hangs up");
        }
    }

    @Test
    void aPersonCanHangUpPauseAndAskForHelp() throws Exception {
        try (var call = new Live("simulate", Projects.good(folder).toString(), "--at", MORNING)) {
            call.until("Welcome").type("x").until("(keys: ").type("p").until("(paused; p goes on)")
                    .type("pf").until("(ten times as fast").type("f").until("(as before)").type("h")
                    .until("CALLER  hangs up");
            assertThat(call.code()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void whoHasNoMoreKeysStaysOnTheLine() throws Exception {
        try (var call = new Live("simulate", patient().toString(), "--speed", "20", "--at", MORNING)) {
            call.until("press 3").type("3\n").close();
            call.until("from 9 to 17").until("press 3.").until("Goodbye").until("FLOW    hangs up");
            assertThat(call.code()).isEqualTo(ExitCode.OK);
        }
    }

    /// A project whose menu waits so long for a key that no test comes too late.
    private Path patient() {
        return Projects.changed(folder, Projects.FLOW, "      \"choices\": [",
                "      \"timeoutMs\": 60000, \"maxNoInput\": 1,\n      \"choices\": [");
    }

    @Test
    void aPersonIsAskedForWhatHasNoStub() throws Exception {
        try (var call = new Live("simulate", patient().toString(), "--speed", "20", "--at", MORNING,
                "--ask")) {
            call.until("press 3").type("1").until("? dial office: what comes of it?").until("> ").type("bsy\n")
                    .until("did you mean \"busy\"?").until("> ").type("busy\n").until("[dial: busy]")
                    .until("press 3").type("2").until("? voicemail office").until("> ").type("\n")
                    .until("[voicemail: left]");
            assertThat(call.code()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aQuestionCanBeAnsweredByHangingUp() throws Exception {
        try (var call = new Live("simulate", patient().toString(), "--speed", "20", "--at", MORNING,
                "--ask")) {
            call.until("press 3").type("1").until("> ").type("h\n").until("CALLER  hangs up");
            assertThat(call.code()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aQuestionToNobodyTakesWhatIsUsual() {
        Run run = Run.withInput("", "simulate", Projects.good(folder), "--speed", "100", "--ask", "--at",
                "2026-03-02 20:00 Europe/Berlin");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).containsSubsequence("? voicemail office", "[voicemail: left]");
    }

    @Test
    void requestsCanBeMadeForReal() throws IOException {
        Path project = withRequest();
        assertThat(Run.of("simulate", project, "--keys", "h", "--path").out()).contains("no stub for GET crm/name");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/name", exchange -> {
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("X-Key"));
            byte[] reply = ("{\"name\": \"Ada " + key + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
            Run run = Run.of("simulate", project, "--keys", "h", "--path", "--live-http", "--service", "crm=" + url);
            assertThat(run.out()).contains("name = Ada null");

            Run live = Run.withInput("h", "simulate", project, "--path", "--live-http", "--service", "crm=" + url,
                    "--ask");
            assertThat(live.out()).contains("Calling ").doesNotContain("? http").contains("CALLER  hangs up");

            Path environment = folder.resolve("environment.json");
            Files.writeString(environment,
                    """
                            { "services": { "crm": { "url": "%s", "headers": { "X-Key": { "env": "CRM_KEY" } } } },
                              "allowHttp": true, "ports": [ %d ], "addresses": [ "127.0.0.1" ], "queues": { "sales": "sales@default" } }
                            """
                            .formatted(url, server.getAddress().getPort()));
            Run configured = Run.in(Map.of("CRM_KEY", "Lovelace"), false, "", "simulate", project, "--keys",
                    "h", "--path", "--live-http", "--environment", environment);
            assertThat(configured.out()).contains("name = Ada Lovelace");

            Files.writeString(environment, Files.readString(environment).replace("\"127.0.0.1\"", ""));
            Run refused = Run.in(Map.of("CRM_KEY", "Lovelace"), false, "", "simulate", project, "--keys",
                    "h", "--live-http", "--environment", environment);
            assertThat(refused.out()).contains("loopback address, which the server does not allow");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRequestCanBeAnsweredAtTheKeyboard() throws Exception {
        try (var call = new Live("simulate", withRequest().toString(), "--speed", "20", "--path", "--ask")) {
            call.until("? http crm GET /name: what comes of it?").until("> ").type("{\n").until("> ")
                    .type("200 {\"name\": \"Grace\"}\n").until("name = Grace").type("h").until("CALLER  hangs up");
            assertThat(call.code()).isEqualTo(ExitCode.OK);
        }
    }

    private Path withRequest() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"start\": \"welcome\"", """
                "start": "ask",
                  "variables": { "name": { "type": "string" } }""");
        Projects.change(project, Projects.FLOW, "    \"goodbye\": {", """
                "ask": {
                  "type": "http",
                  "service": "crm",
                  "path": "/name",
                  "outputs": [ { "variable": "name", "pointer": "/name" } ],
                  "exits": { "networkError": "welcome", "success": "welcome" }
                },
                "goodbye": {""");
        Projects.change(project, "project.json", "    \"mailbox\": {", """
                "service": { "crm": {} },
                "mailbox": {""");
        return project;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[] | is no environment",
            "{ \"services\": | :1:",
            "{ \"servcies\": {} } | Unknown member \"servcies\"",
            "{ \"services\": { \"crm\": {} } } | \"url\" is missing",
            "{ \"services\": { \"crm\": { \"url\": \"crm\" } } } | looks like https://host/path",
            "{ \"services\": { \"crm\": { \"url\": \"https://x.example\", \"headers\": { \"A\": { \"env\": \"NIX\" } } } } } | \"NIX\" is not set",
            "{ \"hosts\": [ \"a b\" ] } | no",
            "{ \"addresses\": [ \"10\" ] } | range of addresses",
            "{ \"ports\": [ 0 ] } | from 1 to 65535",
            "{ \"ports\": 443 } | array of numbers"})
    void aWrongEnvironmentIsOneMessage(String text, String message) throws IOException {
        Path environment = Files.writeString(folder.resolve("environment.json"), text);
        Run run = Run.of("simulate", Projects.good(folder), "--keys", "h", "--live-http", "--environment",
                environment);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).startsWith("error: " + environment).contains(message).hasLineCount(1);
    }

    @Test
    void anEnvironmentThatIsNotThereIsOneMessage() {
        Run run = Run.of("simulate", Projects.good(folder), "--keys", "h", "--live-http", "--environment",
                folder.resolve("x.json"));
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains("x.json cannot be read: it does not exist").hasLineCount(1);
    }
}
