package org.ivrea.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.ivrea.server.config.ServerConfiguration.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationFileTest {
    private static final String LEAST = "\"store\": \"store\", \"trustedKeys\": \"/etc/ivrea/trusted-keys\"";

    @TempDir private Path folder;

    private ConfigurationFile.Result read(String json) throws IOException {
        return ConfigurationFile.read(Files.writeString(folder.resolve("server.json"), json));
    }

    private ServerConfiguration configuration(String members) throws IOException {
        ConfigurationFile.Result read = read("{ " + LEAST + members + " }");
        return Objects.requireNonNull(read.configuration(), read::message);
    }

    @Test
    void littleHasToBeSaid() throws IOException {
        ServerConfiguration configuration = configuration("");

        assertThat(configuration.store()).isEqualTo(folder.resolve("store"));
        assertThat(configuration.trustedKeys()).isEqualTo(Path.of("/etc/ivrea/trusted-keys"));
        assertThat(configuration.admin()).as("off by default").isNull();
        assertThat(configuration.journeys()).isNull();
        assertThat(configuration.keep()).isEqualTo(10);
        assertThat(configuration.incoming()).isEqualTo(Incoming.STORE);
    }

    @Test
    void theAdminInterfaceIsForThisMachineByDefault() throws IOException {
        ServerConfiguration.Admin admin = Objects
                .requireNonNull(configuration(", \"admin\": { \"tokens\": \"tokens\" }").admin());

        assertThat(admin.host()).isEqualTo("127.0.0.1");
        assertThat(admin.port()).isEqualTo(8723);
        assertThat(admin.minBytesPerSecond()).isEqualTo(4_096);
        assertThat(admin.audit()).isEqualTo(folder.resolve("audit.jsonl"));
    }

    @Test
    void whatTheServerWritesIsInItsStateFolder() throws IOException {
        ConfigurationFile.Result read = read("""
                { "state": "/var/lib/ivrea", "trustedKeys": "keys", "admin": {}, "journeys": {} }""");
        ServerConfiguration configuration = Objects.requireNonNull(read.configuration(), read::message);
        assertThat(configuration.store()).isEqualTo(Path.of("/var/lib/ivrea/store"));
        assertThat(Objects.requireNonNull(configuration.journeys()).folder())
                .isEqualTo(Path.of("/var/lib/ivrea/journeys"));
        ServerConfiguration.Admin admin = Objects.requireNonNull(configuration.admin());
        assertThat(admin.tokens()).isEqualTo(Path.of("/var/lib/ivrea/tokens"));
        assertThat(admin.audit()).isEqualTo(Path.of("/var/lib/ivrea/audit.jsonl"));
    }

    @Test
    void withoutAStateFolderItIsBesideTheStore() throws IOException {
        ConfigurationFile.Result read = read("""
                { "store": "/var/lib/ivrea/store", "trustedKeys": "keys", "admin": {}, "journeys": {} }""");
        ServerConfiguration configuration = Objects.requireNonNull(read.configuration(), read::message);
        assertThat(Objects.requireNonNull(configuration.admin()).audit())
                .isEqualTo(Path.of("/var/lib/ivrea/audit.jsonl"));
        assertThat(Objects.requireNonNull(configuration.journeys()).folder())
                .isEqualTo(Path.of("/var/lib/ivrea/journeys"));
        assertThat(read("{ \"trustedKeys\": \"keys\" }").message()).contains("\"store\" is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{ \"stor\": \"s\", \"trustedKeys\": \"k\" } | server.json:1:11: error: There is no setting \"stor\"; did you mean \"store\"?",
            "{ \"store\": \"s\", \"trustedKeys\": \"k\", \"keep\": 0 } | \"keep\" is a whole number of at least 1, not 0",
            "{ \"store\": \"s\", \"trustedKeys\": \"k\", \"keep\": \"x\" } | \"keep\" is a whole number",
            "{ \"store\": \"s\", \"trustedKeys\": \"k\", \"incoming\": \"yes\" } | off, store or activate, not \"yes\"",
            "{ \"store\": \"s\", \"trustedKeys\": \"k\", \"routes\": [ { \"number\": \"5*0\", \"flow\": \"f\" } ] } | at the end of a number only",
            "{ \"store\": \"s\", \"trustedKeys\": \"k\", \"routes\": [ { \"number\": \"5\" } ] } | \"flow\" is missing",
            "{ \"store\": \"s\", \"trustedKeys\": \"k\", \"routes\": {} } | is a list of objects",
            "{ \"store\": \"s\", \"trustedKeys\": \"k\", \"admin\": { \"tokens\": \"t\", \"listen\": \"here\" } } | ADDRESS:PORT",
            "{ \"store\": \"s\", \"trustedKeys\": \"k\", \"admin\": { \"tokens\": \"t\", \"tls\": { \"certificate\": \"c\" } } } | \"key\" is missing",
            "{ \"store\": } | server.json:1:12: error: ", "[ ] | is a JSON object"})
    void whatIsWrongIsSaidWithItsPlace(String json, String message) throws IOException {
        ConfigurationFile.Result read = read(json);

        assertThat(read.configuration()).isNull();
        assertThat(read.message()).contains(message.strip()).contains("server.json");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThat(ConfigurationFile.read(folder.resolve("none.json")).message()).contains("none.json",
                "cannot be read");
    }

    @Test
    void theRouteThatSaysMostCounts() throws IOException {
        ServerConfiguration configuration = configuration("""
                , "routes": [ { "number": "*", "flow": "any" }, { "number": "50*", "flow": "shop" },
                  { "number": "5012", "flow": "shop/night" }, { "number": "501*", "flow": "shop/desk" } ]""");

        assertThat(configuration.route("5012")).isEqualTo("shop/night");
        assertThat(configuration.route("5013")).isEqualTo("shop/desk");
        assertThat(configuration.route("5099")).isEqualTo("shop");
        assertThat(configuration.route("")).isEqualTo("any");
        assertThat(configuration("").route("5012")).isNull();
    }
}
