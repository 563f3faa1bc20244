package org.ivrea.engine.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ivrea.engine.call.Operation.HttpOutcome.Failed;
import org.ivrea.engine.call.Operation.HttpOutcome.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.engine.http.RawServer.reply;
import static org.ivrea.engine.http.Requests.HOST;
import static org.ivrea.engine.http.Requests.LOOPBACK;
import static org.ivrea.engine.http.Requests.client;
import static org.ivrea.engine.http.Requests.get;
import static org.ivrea.engine.http.Requests.localPolicy;
import static org.ivrea.engine.http.Requests.outcome;

/// Which address a request goes to, whatever the name server says and when.
class LiveHttpAddressTest {
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.215.14");
    private static final Failed LOOPBACK_REFUSED = new Failed("the service bank is at a loopback address, which the"
            + " server does not allow; ask the operator to list it");

    /// Allows the local servers' ports, and no address that is not public.
    private static HostPolicy publicOnly(RawServer server) {
        return new HostPolicy(true, List.of(new HostPattern("*")), Set.of(server.port()), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {HOST, "localhost", "LOCALHOST.", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]",
            "[64:ff9b::7f00:1]", "１２７.0.0.1"})
    void aLoopbackAddressIsRefusedInWhateverForm(String host) throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "secret"));
                var http = client(HttpService.at(server.uri(host)), publicOnly(server), Requests.TO_LOOPBACK)) {
            assertThat(outcome(http, get("/"))).isEqualTo(LOOPBACK_REFUSED);
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f000001", "0177.0.0.1", "127.1", "127.0.0.1.5", "%31%32%37",
            "user@localhost",
            ""})
    void formsThatOnlySomeProgramsUnderstandAreNoHosts(String host) throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "secret"));
                var http = client(HttpService.at(server.uri(host)), localPolicy(server.port()), Requests.TO_LOOPBACK)) {
            assertThat(outcome(http, get("/"))).isInstanceOf(Failed.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void oneForbiddenAddressAmongOthersIsEnoughToRefuse() throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "secret"));
                var http = client(HttpService.at(server.uri(HOST)), publicOnly(server),
                        _ -> List.of(PUBLIC, LOOPBACK))) {
            assertThat(outcome(http, get("/"))).isEqualTo(LOOPBACK_REFUSED);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void whatWasCheckedIsWhatIsConnectedTo() throws IOException {
        // The name server says something else each time. Only the first answer is asked for, checked and used.
        var answers = new ConcurrentLinkedQueue<>(List.of(LOOPBACK, PUBLIC));
        try (var server = RawServer.replying(reply("200 OK", "checked"));
                var http = client(HttpService.at(server.uri(HOST)), localPolicy(server.port()),
                        _ -> List.of(answers.remove()))) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Reply(200, "", "checked"));
            assertThat(answers).containsExactly(PUBLIC);
        }
    }

    @Test
    void aNameThatTurnsToLoopbackIsRefusedFromThenOnEvenOnAnOpenConnection() throws IOException {
        // 127.0.0.2 stands for the address that is allowed; then the name is bound to 127.0.0.1.
        InetAddress allowed = InetAddress.ofLiteral("127.0.0.2");
        var answers = new ConcurrentLinkedQueue<>(List.of(allowed, InetAddress.ofLiteral("127.0.0.1"), allowed));
        try (var server = new RawServer((_, out) -> out.write(reply("200 OK", "x").getBytes(UTF_8)),
                new ServerSocket(0, 50, InetAddress.ofLiteral("0.0.0.0")))) {
            var policy = new HostPolicy(true, List.of(new HostPattern(HOST)), Set.of(server.port()),
                    List.of(Cidr.parse("127.0.0.2")));
            try (var http = client(HttpService.at(server.uri(HOST)), policy, _ -> List.of(answers.remove()))) {
                assertThat(outcome(http, get("/"))).isInstanceOf(Reply.class);
                assertThat(outcome(http, get("/"))).isEqualTo(LOOPBACK_REFUSED);
                assertThat(outcome(http, get("/"))).isInstanceOf(Reply.class);
                assertThat(server.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void anOpenConnectionIsNotUsedForAnotherAddressOfTheSameName() throws IOException {
        var answers = new ConcurrentLinkedQueue<>(List.of(InetAddress.ofLiteral("127.0.0.1"),
                InetAddress.ofLiteral("127.0.0.2")));
        try (var server = new RawServer((_, out) -> out.write(reply("200 OK", "x").getBytes(UTF_8)),
                new ServerSocket(0, 50, InetAddress.ofLiteral("0.0.0.0")));
                var http = client(HttpService.at(server.uri(HOST)), localPolicy(server.port()),
                        _ -> List.of(answers.remove()))) {
            outcome(http, get("/"));
            outcome(http, get("/"));

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneDoesNotAnswer() throws IOException {
        // Nobody listens at 127.0.0.2.
        try (var server = RawServer.replying(reply("200 OK", "x"));
                var http = client(HttpService.at(server.uri(HOST)), localPolicy(server.port()),
                        _ -> List.of(InetAddress.ofLiteral("127.0.0.2"), LOOPBACK))) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Reply(200, "", "x"));
        }
    }

    @Test
    void aPrivateAddressIsAllowedForTheServiceThatSaysSo() {
        var base = URI.create("https://" + HOST);
        // The loopback address at the end is refused in any case: it shows how far the check came.
        HostResolver privately = _ -> List.of(InetAddress.ofLiteral("10.255.255.254"), LOOPBACK);
        try (var http = client(new HttpService(base, Map.of(), false), HostPolicy.anyPublicHost(), privately)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Failed("the service bank is at a private address, which"
                    + " the server does not allow; ask the operator to list it"));
        }
        try (var http = client(new HttpService(base, Map.of(), true), HostPolicy.anyPublicHost(), privately)) {
            assertThat(outcome(http, get("/"))).isEqualTo(LOOPBACK_REFUSED);
        }
    }
}
