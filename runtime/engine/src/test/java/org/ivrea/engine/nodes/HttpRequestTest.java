package org.ivrea.engine.nodes;

import java.util.Map;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class HttpRequestTest {
    private static World replying(int status, String type, String body) {
        return World.builder().caller("Anna & \"Bob\"").stub("bank *", new Answer.Http.Reply(status, type, body, 20))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"200, success", "204, success", "302, clientError", "404, clientError", "500, serverError",
            "503, serverError"})
    void goesOnByTheStatus(int status, String exit) {
        OneNode http = OneNode.of("\"type\": \"http\", \"service\": \"bank\", \"status\": \"count\"")
                .in(replying(status, "text/plain", ""));

        assertThat(http.exit()).isEqualTo(exit);
        assertThat(http.value("count")).isEqualTo("" + status);
    }

    @Test
    void aReplyThatDoesNotComeTakesItsOwnExit() {
        OneNode http = OneNode.of("\"type\": \"http\", \"service\": \"bank\"");

        assertThat(http.in(World.builder().stub("bank *", new Answer.Http.Timeout()).build()).exit())
                .isEqualTo("timeout");
        assertThat(http.in(World.builder().stub("bank *", new Answer.Http.Failure("no route", 5)).build()).exit())
                .isEqualTo("networkError");
        assertThat(http.reason()).isEqualTo("no route");
    }

    @Test
    void takesOutputsFromTheReplyByPointer() {
        OneNode http = OneNode.of("""
                "type": "http", "service": "bank", "outputs": [
                  { "variable": "number", "pointer": "/account/balance" },
                  { "variable": "text", "pointer": "/names/1" },
                  { "variable": "flag", "pointer": "/absent", "optional": true },
                  { "variable": "any" } ]""")
                .in(replying(200, "application/json; charset=utf-8",
                        "{\"account\": {\"balance\": 12.5}, \"names\": [\"a\", \"b\"]}"));

        assertThat(http.exit()).isEqualTo("success");
        assertThat(http.value("number")).isEqualTo("12.5");
        assertThat(http.value("text")).isEqualTo("b");
        assertThat(http.value("flag")).isEmpty();
        assertThat(http.value("any")).contains("\"balance\":12.5");
    }

    @Test
    void aReplyThatIsNoJsonIsText() {
        OneNode http = OneNode.of("\"type\": \"http\", \"service\": \"bank\", \"outputs\": [{\"variable\": \"text\"}]")
                .in(replying(200, "text/plain", "hello"));

        assertThat(http.exit()).isEqualTo("success");
        assertThat(http.value("text")).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"a\": 1} | reply-incomplete", "{\"balance\": null} | reply-incomplete",
            "<html> | reply-no-json", "{\"balance\": \"much\"} | variable-type", "[] | reply-incomplete"})
    void aReplyThatLacksWhatIsNeededIsAnError(String body, String code) {
        OneNode http = OneNode.of("""
                "type": "http", "service": "bank",
                "outputs": [ { "variable": "number", "pointer": "/balance" } ]""")
                .in(replying(200, "application/json", body));

        assertThat(http.failure()).isEqualTo(code);
    }

    @Test
    void valuesAreEncodedForTheirPlace() {
        OneNode http = OneNode.of("""
                "type": "http", "service": "bank", "method": "post", "path": "/users/${call.caller}/x",
                "query": [ { "name": "q", "value": "${call.caller}" } ],
                "headers": [ { "name": "X-Source", "value": "ivr" } ],
                "body": "{\\"name\\": \\"${call.caller}\\"}\"""").in(replying(200, "text/plain", ""));
        http.exit();

        HttpExchange sent = http.requests().getFirst();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.path()).isEqualTo("/users/Anna%20%26%20%22Bob%22/x?q=Anna%20%26%20%22Bob%22");
        assertThat(sent.body()).isEqualTo("{\"name\": \"Anna & \\\"Bob\\\"\"}");
        assertThat(sent.contentType()).isEqualTo("application/json");
        assertThat(sent.headers()).isEqualTo(Map.of("X-Source", "ivr"));
    }

    @Test
    void formsAreEncodedAsForms() {
        OneNode http = OneNode.of("""
                "type": "http", "service": "bank", "method": "post", "bodyKind": "form",
                "body": "who=${call.caller}&n=1\"""").in(replying(200, "text/plain", ""));
        http.exit();

        assertThat(http.requests().getFirst().body()).isEqualTo("who=Anna%20%26%20%22Bob%22&n=1");
        assertThat(http.requests().getFirst().contentType()).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void secretsReachTheServiceButNotTheTrace() {
        OneNode http = OneNode.of("""
                "type": "http", "service": "bank", "path": "/pins/${pin}",
                "query": [ { "name": "pin", "value": "${pin}" } ]""").in(replying(200, "text/plain", ""));
        http.exit();

        assertThat(http.requests().getFirst().path()).isEqualTo("/pins/4711?pin=4711");
        assertThat(http.rehearsal.trace.toString()).contains("/pins/••••").doesNotContain("4711");
    }

    @Test
    void playsMeanwhile() {
        OneNode http = OneNode.of("""
                "type": "http", "service": "bank", "meanwhile": [ { "text": "One moment." } ]""")
                .in(World.builder().stub("bank *", new Answer.Http.Timeout()).build());
        http.exit();

        assertThat(http.rehearsal.events(TraceEvent.PromptStarted.class)).hasSize(1);
    }

    @Test
    void reportsWhatNoRequestCanBe() {
        assertThat(OneNode.of("""
                "type": "http", "service": "bank", "path": "https://bank.example/x", "body": "{}",
                "headers": [ { "name": "Bad name", "value": "x" }, { "name": "Authorization", "value": "x" } ],
                "outputs": [ { "variable": "text", "pointer": "balance" } ]""").problems()).containsExactlyInAnyOrder(
                "http-path /path", "http-body /body", "http-header /headers/0/name",
                "http-credentials /headers/1/name", "http-pointer /outputs/0/pointer");
        assertThat(OneNode.of("\"type\": \"http\", \"service\": \"bank\", \"path\": \"users\"").problems())
                .containsExactly("http-path /path");
    }
}
