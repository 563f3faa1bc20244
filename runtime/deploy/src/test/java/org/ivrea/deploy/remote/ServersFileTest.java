package org.ivrea.deploy.remote;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ivrea.deploy.remote.Target.FolderTarget;
import org.ivrea.deploy.remote.Target.ServerTarget;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServersFileTest {
    private final ServersFile file = new ServersFile(Path.of("/ci"), Map.of("MILAN", "from variable"), () -> "usual");

    @Test
    void serversAndFoldersAreRead() throws RemoteFailure {
        List<Target> targets = parse(
                """
                        { "servers": [ { "name": "Milan", "url": "ivr1", "tokenEnv": "MILAN" }, { "url": "https://ivr2:1", "authority": "ca.pem" },
                          { "name": "Spare", "folder": "store", "trustedKeys": "keys" } ] }""");

        assertThat(targets).extracting(Target::name).containsExactly("Milan", "https://ivr2:1", "Spare");
        assertThat(((ServerTarget) targets.getFirst()).token().token()).isEqualTo("from variable");
        assertThat(((ServerTarget) targets.get(1)).token().token()).isEqualTo("usual");
        assertThat(((ServerTarget) targets.get(1)).authority()).isEqualTo(Path.of("/ci/ca.pem"));
        assertThat(targets.getLast()).isEqualTo(
                new FolderTarget("Spare", Path.of("/ci/store"), Path.of("/ci/keys")));
    }

    @Test
    void aMissingTokenNamesItsVariable() {
        ServerTarget target = (ServerTarget) parse(
                "{ \"servers\": [ { \"url\": \"ivr1\", \"tokenEnv\": \"OTHER\" } ] }").getFirst();

        assertThatThrownBy(() -> target.token().token()).isInstanceOf(RemoteFailure.class)
                .hasMessageContaining("OTHER");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> parse("{")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parse("{ \"servers\": [] }")).hasMessageContaining("at least one");
        assertThatThrownBy(() -> parse("{ \"servers\": [ { \"name\": \"x\" } ] }"))
                .hasMessageContaining("either \"url\" or \"folder\"");
        assertThatThrownBy(() -> parse("{ \"servers\": [ { \"url\": 1 } ] }")).hasMessageContaining("is text");
        assertThatThrownBy(() -> parse("{ \"servers\": [ { \"url\": \"a\" }, { \"url\": \"a\" } ] }"))
                .hasMessageContaining("Two servers");
        assertThatThrownBy(() -> parse("""
                { "servers": [ { "url": "a", "fingerprint": "%s", "authority": "ca.pem" } ] }"""
                .formatted("ab".repeat(32)))).hasMessageContaining("either \"fingerprint\" or \"authority\"");
    }

    private List<Target> parse(String text) {
        return file.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
