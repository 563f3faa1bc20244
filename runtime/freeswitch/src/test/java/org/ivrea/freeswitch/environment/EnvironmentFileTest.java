package org.ivrea.freeswitch.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.flow.project.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class EnvironmentFileTest {
    @TempDir Path folder = Path.of("");

    private EnvironmentFile.Result read(String json) throws IOException {
        Path file = folder.resolve("environment.json");
        Files.writeString(file, json);
        return EnvironmentFile.read(file, Map.of("PIN", "4711"));
    }

    private Environment environment(String json) throws IOException {
        EnvironmentFile.Result result = read(json);
        assertThat(result.problems()).isEmpty();
        return Objects.requireNonNull(result.environment());
    }

    @Test
    void bindsNames() throws IOException {
        Environment environment = environment("""
                { "queues": { "sales": "sales@default" }, "destinations": { "desk": "user/1000" },
                  "secrets": { "pin": { "env": "PIN" } },
                  "services": { "bank": { "url": "https://bank.example/api" } } }""");

        assertThat(environment.bound(ResourceKind.QUEUE, "sales")).isEqualTo("sales@default");
        assertThat(environment.bound(ResourceKind.DESTINATION, "desk")).isEqualTo("user/1000");
        assertThat(environment.bound(ResourceKind.SECRET, "pin")).isEqualTo("4711");
        assertThat(environment.http().services()).containsKey("bank");
        assertThat(environment.toString()).doesNotContain("4711");
    }

    @Test
    void aQueueMayBeLimited() throws IOException {
        Environment environment = environment(
                """
                        { "queues": { "sales": { "queue": "sales@default", "mostWaiting": 20 }, "support": { "queue": "support" },
                          "desk": { "env": "PIN" } } }""");

        assertThat(environment.bound(ResourceKind.QUEUE, "sales")).isEqualTo("sales@default");
        assertThat(environment.mostWaiting("sales")).isEqualTo(20);
        assertThat(environment.bound(ResourceKind.QUEUE, "support")).isEqualTo("support");
        assertThat(environment.mostWaiting("support")).isZero();
        assertThat(environment.bound(ResourceKind.QUEUE, "desk")).isEqualTo("4711");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "100001", "'\"many\"'"})
    void aLimitThatIsNoneIsSaid(String most) throws IOException {
        assertThat(
                read("{ \"queues\": { \"sales\": { \"queue\": \"q\", \"mostWaiting\": " + most + " } } }").problems())
                .singleElement().satisfies(problem -> assertThat(problem.toString()).contains("whole number from 1"));
        assertThat(read("{ \"queues\": { \"sales\": { \"queue\": \"q\", \"room\": 1 } } }").problems()).isNotEmpty();
    }

    @Test
    void secretsMayStandInFilesOfTheirOwn() throws IOException {
        Path secret = Files.writeString(folder.resolve("token"), "s3cret\n");
        Environment environment = environment(
                """
                        { "secrets": { "pin": { "file": "%1$s" } },
                          "services": { "bank": { "url": "https://bank.example", "headers": { "X-Key": { "file": "%1$s" } } } } }
                        """
                        .formatted(secret));

        assertThat(environment.bound(ResourceKind.SECRET, "pin")).isEqualTo("s3cret");
        assertThat(environment.http().services().values()).singleElement()
                .satisfies(bank -> assertThat(bank.headers()).containsEntry("X-Key", "s3cret"));
    }

    @Test
    void aSecretsFileThatIsMissingIsSaid() throws IOException {
        assertThat(
                read("{ \"secrets\": { \"pin\": { \"file\": \"/nowhere/pin\" } } }").problems().getFirst().toString())
                .contains("environment.json:1:23", "/nowhere/pin cannot be read");
        assertThat(read("{ \"secrets\": { \"pin\": { \"fiel\": \"/x\" } } }").problems()).isNotEmpty();
    }

    @Test
    void aNameThatIsNotBoundIsSaid() throws IOException {
        Environment environment = environment("{ \"queues\": { \"sales\": \"sales@default\" } }");

        assertThatThrownBy(() -> environment.bound(ResourceKind.QUEUE, "sale")).isInstanceOf(CallFailure.class)
                .hasMessageContaining("does not know the queue \"sale\"").hasMessageContaining("\"sales\"?");
    }

    @Test
    void applicationsGoByTheirOwnNameToo() throws IOException {
        Environment environment = environment("{ \"applications\": { \"tone\": \"tone_stream\" } }");

        assertThat(environment.bound(ResourceKind.APPLICATION, "tone")).isEqualTo("tone_stream");
        assertThat(environment.bound(ResourceKind.APPLICATION, "echo")).isEqualTo("echo");
    }

    @Test
    void numbersAreDialledByGatewayOrAsUsers() throws IOException {
        Environment environment = environment("""
                { "gateways": { "out": "carrier", "odd": "sofia/external/{number}@odd.example" },
                  "users": "user/{number}@example.com" }""");

        assertThat(environment.dialString("5", null)).isEqualTo("user/5@example.com");
        assertThat(environment.dialString("5", "out")).isEqualTo("sofia/gateway/carrier/5");
        assertThat(environment.dialString("5", "odd")).isEqualTo("sofia/external/5@odd.example");
        assertThatThrownBy(() -> environment.dialString("5", "none")).isInstanceOf(CallFailure.class);
    }

    @ParameterizedTest
    @CsvSource({"ivrea_x, true", "sip_h_X-Tier, true", "crm_id, true", "execute_on_answer, false",
            "api_hangup_hook, false", "sip_h_Route, false"})
    void flowsSetOnlyVariablesThatAreListed(String name, boolean allowed) throws IOException {
        Environment environment = environment("{ \"channelVariables\": [ \"crm_*\" ] }");

        assertThat(environment.allowsVariable(name)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{ \"queue\": {} } | Unknown member \"queue\"",
            "{ \"queues\": { \"a\": 7 } } | \"a\" must be a string",
            "{ \"secrets\": { \"a\": { \"env\": \"NONE\" } } } | \"NONE\" is not set",
            "{ \"users\": \"user/\" } | must hold {number}", "[] | is a JSON object", "{ | environment.json"})
    void whatIsWrongIsSaidWithItsPlace(String json, String message) throws IOException {
        EnvironmentFile.Result result = read(json);

        assertThat(result.environment()).isNull();
        assertThat(result.problems().getFirst().toString()).contains(message).contains("environment.json");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThat(EnvironmentFile.read(folder.resolve("none.json"), Map.of()).problems().getFirst().toString())
                .contains("cannot be read", "none.json");
    }
}
