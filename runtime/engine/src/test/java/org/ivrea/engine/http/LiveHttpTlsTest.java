package org.ivrea.engine.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManagerFactory;
import org.ivrea.engine.call.Operation.HttpOutcome.Failed;
import org.ivrea.engine.call.Operation.HttpOutcome.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.engine.http.RawServer.reply;
import static org.ivrea.engine.http.Requests.HOST;
import static org.ivrea.engine.http.Requests.LOOPBACK;
import static org.ivrea.engine.http.Requests.get;
import static org.ivrea.engine.http.Requests.outcome;

/// TLS goes by the name, although the connection goes to an address.
class LiveHttpTlsTest {
    private static final String PASSWORD = "changeit";
    private static final Failed NOT_TRUSTED = new Failed("the service bank could not prove who it is: its TLS"
            + " certificate is not trusted, has expired or is for another name; tell the operator");

    @TempDir static Path folder;

    /// Knows a certificate for [Requests#HOST], and trusts it.
    private static SSLContext tls;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("bank.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "bank", "-keyalg", "EC", "-dname", "CN=bank", "-ext", "SAN=dns:" + HOST,
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("bank", keys.getCertificate("bank"));
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private static RawServer server(RawServer.Answer answer, AtomicReference<String> serverName) throws IOException {
        var listener = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 50, LOOPBACK);
        var parameters = listener.getSSLParameters();
        parameters.setSNIMatchers(List.of(new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
            @Override
            public boolean matches(SNIServerName name) {
                serverName.set(((SNIHostName) name).getAsciiName());
                return true;
            }
        }));
        listener.setSSLParameters(parameters);
        return new RawServer(answer, listener);
    }

    private static LiveHttp client(RawServer server, String host, SSLContext trust) {
        var policy = new HostPolicy(false, List.of(new HostPattern("*")), Set.of(server.port()),
                List.of(Cidr.parse("127.0.0.0/8")));
        var service = HttpService.at(URI.create("https://" + host + ":" + server.port()));
        return new LiveHttp(HttpServices.of(Map.of("bank", service)), policy, Requests.TO_LOOPBACK, trust,
                Backoff.DEFAULT);
    }

    @Test
    void theNameIsWhatTheServerHearsAndProves() throws IOException {
        var serverName = new AtomicReference<String>();
        try (var server = server((_, out) -> out.write(reply("200 OK", "safe").getBytes(UTF_8)), serverName);
                var http = client(server, "BANK.example.test.", tls)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Reply(200, "", "safe"));
            assertThat(serverName).hasValue(HOST);
            assertThat(server.requests().getFirst().head()).contains("Host: " + HOST + ":" + server.port());
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws IOException {
        try (var server = server(LiveHttpTlsTest::nothing, new AtomicReference<>());
                var http = client(server, "other.example.test", tls)) {
            assertThat(outcome(http, get("/"))).isEqualTo(NOT_TRUSTED);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() throws Exception {
        try (var server = server(LiveHttpTlsTest::nothing, new AtomicReference<>());
                var http = client(server, HOST, SSLContext.getDefault())) {
            assertThat(outcome(http, get("/"))).isEqualTo(NOT_TRUSTED);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aRedirectFromHttpsToHttpIsNotFollowed() throws IOException {
        try (var plain = RawServer.replying(reply("200 OK", "spied"));
                var server = server((_, out) -> out.write(reply("302 Found", "", "Location: " + plain.uri(HOST))
                        .getBytes(UTF_8)), new AtomicReference<>())) {
            var policy = new HostPolicy(true, List.of(new HostPattern("*")), Set.of(server.port(), plain.port()),
                    List.of(Cidr.parse("127.0.0.0/8")));
            var service = HttpService.at(URI.create("https://" + HOST + ":" + server.port()));
            try (var http = new LiveHttp(HttpServices.of(Map.of("bank", service)), policy, Requests.TO_LOOPBACK, tls,
                    Backoff.DEFAULT)) {
                assertThat(outcome(http, get("/")))
                        .isEqualTo(new Failed("the service bank redirects from https to http,"
                                + " which is never followed; tell its operator"));
                assertThat(plain.requests()).isEmpty();
            }
        }
    }

    private static void nothing(RawServer.Request request, OutputStream out) throws IOException {
        throw new IOException("no request should come this far: " + request.line());
    }
}
