package org.ivrea.deploy.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ApiClientTest {
    private static final String STORED = """
            {"sha256":"%s","name":"shop","version":"1.0.0","signer":"Anna","uploadedAt":"2026-01-01T00:00:00Z",
             "by":"ci","size":5,"active":false}""";
    private static final String REFUSED = "{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"details\":{\"a\":1}}}";

    @TempDir private Path scratch;
    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = FakeServer.http();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatTheServerSaysIsRead() throws Exception {
        server.on("/server", 200, FakeServer.INFO).on("/projects", 200,
                """
                        {"generation":17,"projects":[{"name":"shop","active":%1$s,"packages":[%1$s]},{"name":"new","active":null,
                         "packages":[]}]}"""
                        .formatted(STORED.formatted("ab")));
        server.on("/unbound", 200, """
                {"unbound":[{"kind":"queue","name":"sales"}],"modules":[{"name":"mod_fifo","loaded":false},
                 {"name":"mod_x","loaded":null}],"problems":["The clock is wrong"]}""");
        try (ApiClient client = server.client()) {
            assertThat(client.server().generation()).isEqualTo(3);
            Inventory inventory = client.inventory();
            assertThat(inventory.active("shop")).extracting(PackageInfo::version).isEqualTo("1.0.0");
            assertThat(inventory.active("new")).isNull();
            assertThat(client.check(List.of(new ResourceName("queue", "sales")), List.of("mod_fifo")).summary())
                    .isEqualTo("not bound there: queue sales; not loaded in its switch: mod_fifo; The clock is wrong");
        }
    }

    @Test
    void aWrongTokenIsToldInTheServersWords() {
        server.on("/server", 200, FakeServer.INFO);

        RemoteFailure failure = failure(() -> new ApiClient(server.target("other", null)).server());

        assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(failure).hasMessage("Nobody here knows this token");
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsNeverShown() {
        RemoteFailure failure = failure(() -> new ApiClient(server.target("secret\nX-Evil: 1", null)).server());

        assertThat(failure.kind()).isEqualTo(Kind.TOKEN);
        assertThat(failure.getMessage()).doesNotContain("secret");
    }

    @Test
    void nobodyAtTheAddress() {
        Target.ServerTarget target = server.target(FakeServer.TOKEN, null);
        server.close();

        RemoteFailure failure = failure(() -> new ApiClient(target).server());

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.getMessage()).startsWith("Nothing answers at localhost:");
    }

    @Test
    void serversOfOtherVersionsAreTold() throws IOException {
        server.on("/server", 200, FakeServer.INFO.replace("\"apiVersion\":1", "\"apiVersion\":2"));
        assertThat(failure(() -> server.client().server()).getMessage()).contains("too new");

        try (FakeServer old = FakeServer.http().on("/server", 200,
                FakeServer.INFO.replace("[1]", "[0]"))) {
            assertThat(failure(() -> old.client().server()).getMessage()).contains("too old");
        }
    }

    @Test
    void somethingElseAtTheAddressIsNoServer() {
        server.on("/server", 200, "<html>It works!</html>").on("/projects", 302, "");

        assertThat(failure(() -> server.client().server()).kind()).isEqualTo(Kind.INCOMPATIBLE);
        assertThat(failure(() -> server.client().inventory()).kind()).isEqualTo(Kind.INCOMPATIBLE);
    }

    @Test
    void refusalsKeepCodeMessageAndDetails() {
        server.on("/activations", 422, REFUSED.formatted("UNBOUND", "The queue sales is not bound"));

        RemoteFailure failure = failure(() -> server.client().activate(List.of("ab"), 3L, false));

        assertThat(failure.kind()).isEqualTo(Kind.UNBOUND);
        assertThat(failure.code()).isEqualTo("unbound");
        assertThat(failure.details().get("a")).hasToString("1");
    }

    @Test
    void aServerThatIsAskedTooMuchIsAskedAgain() throws Exception {
        var asked = new AtomicInteger();
        server.on("/server", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            FakeServer.answer(exchange, asked.incrementAndGet() < 2 ? 429 : 200, FakeServer.INFO);
        });

        assertThat(server.client().server().name()).isEqualTo("ivr1");
        assertThat(asked).hasValue(2);
    }

    @Test
    void anUploadArrivesWholeAndIsCounted() throws Exception {
        Path file = Files.write(scratch.resolve("a.ivrea"), new byte[3_000_000]);
        String hash = FileHash.of(file);
        var received = new AtomicReference<byte[]>();
        server.on("/packages/" + hash, exchange -> {
            received.set(exchange.getRequestBody().readAllBytes());
            FakeServer.answer(exchange, 201, STORED.formatted(hash));
        });
        var sent = new AtomicLong();

        PackageInfo stored = server.client().upload(file, hash, sent::set);

        assertThat(stored.sha256()).isEqualTo(hash);
        assertThat(sent).hasValue(3_000_000);
        assertThat(received.get()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void anUploadThatStallsIsGivenUp() throws Exception {
        Path file = Files.write(scratch.resolve("a.ivrea"), new byte[60_000_000]);
        var done = new CountDownLatch(1);
        server.on("/packages/", exchange -> await(done));
        Duration brief = Duration.ofMillis(400);
        var client = new ApiClient(server.target(FakeServer.TOKEN, null),
                new ApiLink.Patience(brief, brief, brief, brief));

        RemoteFailure failure = failure(() -> client.upload(file, "ab", sent -> {}));
        done.countDown();

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void interruptingGivesAnUploadUp() throws Exception {
        Path file = Files.write(scratch.resolve("a.ivrea"), new byte[60_000_000]);
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        server.on("/packages/", exchange -> {
            begun.countDown();
            await(done);
        });
        var outcome = new CompletableFuture<Throwable>();
        Thread thread = Thread.ofVirtual().start(() -> outcome.complete(
                org.assertj.core.api.Assertions.catchThrowable(() -> server.client().upload(file, "ab", sent -> {}))));

        begun.await();
        thread.interrupt();

        assertThat(outcome.join()).isInstanceOf(InterruptedException.class);
        done.countDown();
    }

    @Test
    void aDownloadThatIsNotWhatWasAskedForLeavesNothing() throws Exception {
        server.on("/packages/", 200, "something else");
        Path file = scratch.resolve("got.ivrea");

        RemoteFailure failure = failure(() -> server.client().download("ab".repeat(32), file));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aDownloadArrives() throws Exception {
        Path source = Files.writeString(scratch.resolve("source"), "package");
        server.on("/packages/", 200, "package");
        Path file = scratch.resolve("got.ivrea");

        server.client().download(FileHash.of(source), file);

        assertThat(file).hasContent("package");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsShownAndCanBePinned() throws Exception {
        Certificates certificates = Certificates.selfSigned(scratch, "-1d", 10);
        try (FakeServer tls = FakeServer.https(certificates.context()).on("/server", 200, FakeServer.INFO)) {
            RemoteFailure failure = failure(() -> tls.client().server());

            assertThat(failure.kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(failure.certificate()).extracting(ServerCertificate::fingerprint)
                    .isEqualTo(certificates.fingerprint());
            assertThat(new ApiClient(tls.target(FakeServer.TOKEN, certificates.fingerprint())).server().name())
                    .isEqualTo("ivr1");
            Fingerprint other = Certificates.selfSigned(scratch, "-1d", 10).fingerprint();
            RemoteFailure changed = failure(() -> new ApiClient(tls.target(FakeServer.TOKEN, other)).server());
            assertThat(changed.kind()).isEqualTo(Kind.CERTIFICATE);
            assertThat(changed.getMessage()).contains("another certificate")
                    .contains(certificates.fingerprint().text());
        }
    }

    @Test
    void aPrivateAuthorityVouchesForItsServersAndForNoOthers() throws Exception {
        Path ours = scratch.resolve("ours.pem");
        Path theirs = scratch.resolve("theirs.pem");
        Certificates good = Certificates.signed(scratch, ours, "localhost");
        Certificates otherName = Certificates.signed(scratch, theirs, "elsewhere");
        try (FakeServer server = FakeServer.https(good.context()).on("/server", 200, FakeServer.INFO);
                FakeServer misnamed = FakeServer.https(otherName.context()).on("/server", 200, FakeServer.INFO)) {
            assertThat(failure(() -> server.client().server()).kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(new ApiClient(server.vouchedFor(ours)).server().name()).isEqualTo("ivr1");

            RemoteFailure stranger = failure(() -> new ApiClient(server.vouchedFor(theirs)).server());
            assertThat(stranger.kind()).isEqualTo(Kind.CERTIFICATE);
            assertThat(stranger).hasMessageContaining("does not vouch").hasMessageContaining("theirs.pem");
            assertThat(failure(() -> new ApiClient(misnamed.vouchedFor(theirs)).server()))
                    .hasMessageContaining("for another name");
        }
    }

    @Test
    void anAuthoritysFileThatIsNoneIsSaid() throws Exception {
        Path missing = scratch.resolve("missing.pem");
        Path wrong = Files.writeString(scratch.resolve("wrong.pem"), "nothing");
        Path empty = Files.writeString(scratch.resolve("empty.pem"), "");

        assertThat(failure(() -> new ApiClient(server.vouchedFor(missing)).server())).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.LOCAL);
            assertThat(failure).hasMessageContaining("missing.pem cannot be read");
        });
        for (Path file : List.of(wrong, empty)) {
            assertThat(failure(() -> new ApiClient(server.vouchedFor(file)).server()))
                    .hasMessageContaining("-----BEGIN CERTIFICATE-----");
        }
    }

    @Test
    void anExpiredCertificateIsRefusedEvenWhenPinned() throws Exception {
        Certificates expired = Certificates.selfSigned(scratch, "-5d", 2);
        Certificates early = Certificates.selfSigned(scratch, "+5d", 2);
        try (FakeServer one = FakeServer.https(expired.context());
                FakeServer other = FakeServer.https(early.context())) {
            assertThat(failure(() -> new ApiClient(one.target("t", expired.fingerprint())).server()))
                    .hasMessageContaining("expired on");
            assertThat(failure(() -> new ApiClient(other.target("t", early.fingerprint())).server()))
                    .hasMessageContaining("clocks");
        }
    }

    @Test
    void addressesAreTakenAsPeopleTypeThem() {
        assertThat(ServerAddress.parse(" ivr1.example.com ")).hasToString("https://ivr1.example.com:8723");
        assertThat(ServerAddress.parse("https://IVR1.example.com/x/")).hasToString("https://ivr1.example.com:8723/x");
        assertThat(ServerAddress.parse("http://localhost:1")).hasToString("http://localhost:1");
        assertThatThrownBy(() -> ServerAddress.parse("http://ivr1.example.com")).hasMessageContaining("https://");
        assertThatThrownBy(() -> ServerAddress.parse("https://me:pw@ivr1")).hasMessageContaining("neither user")
                .hasMessageNotContaining("pw");
        assertThatThrownBy(() -> ServerAddress.parse("ftp://x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ServerAddress.parse("a b")).hasMessageContaining("no address");
    }

    private static RemoteFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(RemoteFailure.class, call);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
