package org.ivrea.server.admin;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.ivrea.deploy.remote.ApiClient;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.Target;
import org.ivrea.server.config.ConfigurationFile;
import org.ivrea.server.token.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TlsTest {
    private static final String TLS = "\"tls\": { \"certificate\": \"server.pem\", \"key\": \"server.key\" },";

    @TempDir private Path folder;

    /// Writes the server's certificate and key, made by the JDK's own tool.
    private KeyStore certificate(String name, String start) throws Exception {
        Path store = folder.resolve(name + ".p12");
        keytool(store, "authority", "CN=authority", "-ext", "bc:c", "-startdate", "-60d", "-validity", "365");
        keytool(store, "server", "CN=" + name, "-ext", "SAN=ip:127.0.0.1,dns:localhost", "-startdate", start,
                "-validity", "5", "-signer", "authority");
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        Files.writeString(folder.resolve("server.key"),
                pem("PRIVATE KEY", keys.getKey("server", "changeit".toCharArray()).getEncoded()));
        Files.writeString(folder.resolve("server.pem"), pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        return keys;
    }

    private static void keytool(Path store, String alias, String subject, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", alias,
                "-keyalg", "EC", "-dname", subject, "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", "changeit"));
        command.addAll(List.of(more));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start()
                .waitFor()).isZero();
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    private static HttpClient trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", keys.getCertificate("authority"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpResponse<String> health(HttpClient client, TestServer server)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.running.port()
                + "/api/v1/health")).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoTrustsTheCertificateGetsInAndANewOneIsTakenWithoutARestart() throws Exception {
        KeyStore first = certificate("first", "-1d");
        try (var server = new TestServer(folder, TLS)) {
            try (HttpClient client = trusting(first)) {
                HttpResponse<String> answer = health(client, server);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            }
            KeyStore second = certificate("second", "-1d");
            while (!server.log.toString().contains("was read anew")) {
                Thread.onSpinWait();
            }
            try (HttpClient client = trusting(second)) {
                HttpResponse<String> answer = health(client, server);
                assertThat(Objects.requireNonNull((X509Certificate) answer.sslSession().orElseThrow()
                        .getPeerCertificates()[0]).getSubjectX500Principal().getName()).isEqualTo("CN=second");
            }
        }
    }

    @Test
    void anExpiredCertificateIsSaidHereAndRefusedByClients() throws Exception {
        KeyStore expired = certificate("expired", "-30d");
        try (var server = new TestServer(folder, TLS); HttpClient client = trusting(expired)) {
            assertThat(server.log.toString()).contains("expired on").contains("taken without a restart");
            assertThatThrownBy(() -> health(client, server)).isInstanceOf(SSLException.class);
            try (var deployer = new ApiClient(target(server, null))) {
                assertThatThrownBy(deployer::server).isInstanceOfSatisfying(RemoteFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.CERTIFICATE);
                    assertThat(failure).hasMessageContaining("expired on").hasMessageContaining("renew it there");
                });
            }
        }
    }

    @Test
    void aDeployerTrustsThePrivateAuthorityOfTheServer() throws Exception {
        KeyStore keys = certificate("ours", "-1d");
        Path authority = Files.writeString(folder.resolve("authority.pem"),
                pem("CERTIFICATE", keys.getCertificate("authority").getEncoded()));
        try (var server = new TestServer(folder, TLS)) {
            try (var deployer = new ApiClient(target(server, authority))) {
                assertThat(deployer.server().name()).isEqualTo("test");
            }
            try (var deployer = new ApiClient(target(server, null))) {
                assertThatThrownBy(deployer::server).isInstanceOfSatisfying(RemoteFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.UNTRUSTED));
            }
        }
    }

    private static Target.ServerTarget target(TestServer server, @Nullable Path authority) {
        return new Target.ServerTarget("test", URI.create("https://127.0.0.1:" + server.port()),
                () -> server.token(Role.VIEWER), null, authority);
    }

    @Test
    void withoutTlsNobodyListensForOtherMachines() throws Exception {
        Files.writeString(folder.resolve("server.json"), """
                { "store": "s", "trustedKeys": "k", "admin": { "listen": "0.0.0.0:8723", "tokens": "t" } }""");

        assertThat(ConfigurationFile.read(folder.resolve("server.json")).message())
                .contains("can be reached from other machines", "add \"tls\"");
    }

    @Test
    void aKeyInAnotherFormIsSaidWithTheRemedy() throws Exception {
        certificate("first", "-1d");
        Files.writeString(folder.resolve("server.key"), "-----BEGIN EC PRIVATE KEY-----\n");

        assertThatThrownBy(() -> new TestServer(folder, TLS)).hasMessageContaining("openssl pkcs8 -topk8");
    }
}
