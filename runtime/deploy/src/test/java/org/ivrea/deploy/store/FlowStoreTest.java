package org.ivrea.deploy.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.TrustedSigners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FlowStoreTest {
    private static final byte[] ONE = Signed.pack("shop", "1.0");
    private static final byte[] TWO = Signed.pack("shop", "2.0");
    private static final byte[] THREE = Signed.pack("shop", "3.0");

    @TempDir private Path root;
    private FlowStore store;

    @BeforeEach
    void open() throws StoreFailure {
        store = FlowStore.open(root, Signed.TRUSTED, PackageLimits.DEFAULT);
    }

    private StoredPackage add(byte[] bytes) throws StoreFailure {
        return store.add(new ByteArrayInputStream(bytes), Signed.sum(bytes), "Anna");
    }

    private Activation activate(byte[] bytes) throws StoreFailure {
        return store.activate(List.of(add(bytes).sha256()), "Anna", null);
    }

    private void assertRefused(String code, ThrowingCall call) throws IOException {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(StoreFailure.class,
                failure -> assertThat(failure.code()).isEqualTo(code));
        try (Stream<Path> left = Files.list(root.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    private interface ThrowingCall {
        void run() throws Exception;
    }

    @Test
    void aPackageIsTakenWithItsFilesAndDoesNotRunYet() throws Exception {
        StoredPackage stored = add(ONE);

        assertThat(stored.name()).isEqualTo("shop");
        assertThat(stored.version()).isEqualTo("1.0");
        assertThat(stored.signer()).isEqualTo("Anna");
        assertThat(stored.size()).isEqualTo(ONE.length);
        assertThat(stored.modules()).containsExactly("mod_fifo");
        assertThat(store.open(stored.sha256())).hasBinaryContent(ONE);
        assertThat(store.project(stored.sha256()).resolve("flows/main.flow.json")).hasContent("{}\n");
        assertThat(store.state()).isEqualTo(StoreState.EMPTY);
    }

    @Test
    void theSamePackageIsTakenOnce() throws Exception {
        assertThat(add(ONE)).isEqualTo(add(ONE));
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void whatIsWrongLeavesNothing() throws Exception {
        byte[] changed = ONE.clone();
        changed[changed.length / 2] ^= 1;
        byte[] half = Arrays.copyOf(ONE, ONE.length / 2);
        byte[] unknown = Signed.pack("shop", "1.0", Signed.STRANGER);

        assertRefused("CONTENT", () -> add(changed));
        assertRefused("TRUNCATED", () -> add(half));
        assertRefused("SIGNER", () -> add(unknown));
        assertRefused("CONTENT", () -> store.add(new ByteArrayInputStream(TWO), Signed.sum(ONE), "Anna"));
        assertRefused("TRUNCATED", () -> store.add(breakingOff(half), null, "Anna"));
        assertThat(store.list()).isEmpty();
    }

    private static InputStream breakingOff(byte[] bytes) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
    }

    @Test
    void moreThanIsAllowedIsNotEvenReceived() throws Exception {
        store = FlowStore.open(root, Signed.TRUSTED, new PackageLimits(100_000, 100_000, 10));

        assertRefused("TOO_LARGE", () -> add(ONE));
    }

    @Test
    void activationsCountGenerationsAndTellWhatChanged() throws Exception {
        assertThat(activate(ONE)).isEqualTo(
                new Activation(1, List.of(new Activation.Change("shop", null, Signed.sum(ONE)))));
        assertThat(activate(TWO)).isEqualTo(
                new Activation(2, List.of(new Activation.Change("shop", Signed.sum(ONE), Signed.sum(TWO)))));
        assertThat(store.state().active("shop")).isEqualTo(Signed.sum(TWO));
        assertThat(activate(TWO).generation()).as("what runs already").isEqualTo(2);
    }

    @Test
    void aProjectIsTakenOutOfServiceAndBack() throws Exception {
        activate(ONE);
        assertThat(store.deactivate("shop", "Anna", 1L)).isEqualTo(
                new Activation(2, List.of(new Activation.Change("shop", Signed.sum(ONE), null))));
        assertThat(store.state().active("shop")).isNull();
        assertThat(store.history().getLast()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(HistoryEntry.Action.DEACTIVATE);
            assertThat(entry.from()).isEqualTo(Signed.sum(ONE));
            assertThat(entry.to()).isNull();
            assertThat(entry.version()).isEqualTo("1.0");
        });
        assertRefused("NOT_FOUND", () -> store.deactivate("shop", "Anna", null));
        assertRefused("NOT_FOUND", () -> store.deactivate("bank", "Anna", null));
        assertRefused("CONFLICT", () -> store.deactivate("shop", "Anna", 1L));

        assertThat(store.rollback("shop", null, "Anna", null).changes())
                .containsExactly(new Activation.Change("shop", null, Signed.sum(ONE)));
        store.deactivate("shop", "Anna", null);
        assertThat(activate(ONE).generation()).as("the version that ran last is not older").isEqualTo(5);
        assertThat(FlowStore.open(root, Signed.TRUSTED, PackageLimits.DEFAULT).state()).isEqualTo(store.state());
    }

    @Test
    void whatIsOutOfServiceIsStillProtectedFromOlderVersions() throws Exception {
        activate(ONE);
        activate(TWO);
        store.deactivate("shop", "Anna", null);

        assertRefused("OLDER", () -> activate(ONE));
        assertRefused("OLDER", () -> activate(Signed.pack("shop", "1.5")));
        assertThat(store.previous("shop")).isEqualTo(Signed.sum(TWO));
        store.remove(Signed.sum(TWO), "Anna");
        assertRefused("OLDER", () -> activate(Signed.pack("shop", "1.9")));
        assertThat(store.previous("shop")).isEqualTo(Signed.sum(ONE));
        assertThat(activate(THREE).changes()).containsExactly(
                new Activation.Change("shop", null, Signed.sum(THREE)));
        assertThat(store.previous("shop")).isEqualTo(Signed.sum(ONE));
    }

    @Test
    void ofTwoWhoDecideAtOnceOneLearnsOfTheOther() throws Exception {
        add(ONE);
        add(TWO);
        store.activate(List.of(Signed.sum(ONE)), "Anna", 0L);

        assertRefused("CONFLICT", () -> store.activate(List.of(Signed.sum(TWO)), "Ben", 0L));
        assertThat(store.state().active("shop")).isEqualTo(Signed.sum(ONE));
    }

    @Test
    void twoPackagesOfOneProjectDoNotRunAtOnce() throws Exception {
        add(ONE);
        add(TWO);

        assertRefused("CONFLICT", () -> store.activate(List.of(Signed.sum(ONE), Signed.sum(TWO)), "Anna", null));
    }

    @Test
    void whatIsOlderThanWhatRanIsRefusedEvenWhenItIsUploadedAnew() throws Exception {
        activate(ONE);
        activate(TWO);
        store.remove(Signed.sum(ONE), "Anna");
        add(ONE);

        assertRefused("OLDER", () -> store.activate(List.of(Signed.sum(ONE)), "Anna", null));
        assertRefused("OLDER", () -> activate(Signed.pack("shop", "1.9")));
        assertThat(store.activate(List.of(Signed.sum(ONE)), "Anna", null, true).generation()).isEqualTo(3);
        assertRefused("OLDER", () -> activate(Signed.pack("shop", "1.9")));
        assertThat(store.history().getLast().action()).isEqualTo(HistoryEntry.Action.ROLLBACK);
    }

    @Test
    void versionsWithoutOrderAreOlderWhenTheyRanAndWereReplaced() throws Exception {
        byte[] first = Signed.pack("shop", "deadbeef");
        activate(first);
        activate(Signed.pack("shop", "cafe0123"));

        assertRefused("OLDER", () -> activate(first));
    }

    @Test
    void rollingBackLeadsStepByStepToWhatRanBefore() throws Exception {
        activate(ONE);
        activate(TWO);
        activate(THREE);

        assertThat(store.previous("shop")).isEqualTo(Signed.sum(TWO));
        assertThat(store.rollback("shop", null, "Anna", null).changes().getFirst().to()).isEqualTo(Signed.sum(TWO));
        assertThat(store.rollback("shop", null, "Anna", null).changes().getFirst().to()).isEqualTo(Signed.sum(ONE));
        assertRefused("NOT_FOUND", () -> store.rollback("shop", null, "Anna", null));
        assertThat(store.rollback("shop", Signed.sum(THREE), "Anna", 5L).generation()).isEqualTo(6);
    }

    @Test
    void rollingBackAnUnknownProjectIsRefused() throws Exception {
        add(ONE);

        assertRefused("NOT_FOUND", () -> store.rollback("bank", null, "Anna", null));
        assertRefused("NOT_FOUND", () -> store.rollback("shop", null, "Anna", null));
    }

    @Test
    void theLastPackagesStayAndSoDoesWhatRunsWhatRanBeforeAndWhatCallsUse() throws Exception {
        store = FlowStore.open(root, StoreOptions.of(Signed.TRUSTED, PackageLimits.DEFAULT).withKeep(2));
        add(Signed.pack("shop", "0.5"));
        PackageUse use = store.use(Signed.sum(Signed.pack("shop", "0.5")));
        activate(ONE);
        activate(TWO);
        List<byte[]> later = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            later.add(Signed.pack("shop", "3." + i));
            add(later.getLast());
        }

        assertThat(versions()).containsExactly("3.3", "3.2", "2.0", "1.0", "0.5");
        use.close();
        activate(later.getLast());
        assertThat(versions()).containsExactly("3.3", "3.2", "2.0");
        assertThat(store.history()).anyMatch(entry -> entry.by().equals("retention"));
    }

    private List<String> versions() throws StoreFailure {
        return store.list().stream().map(StoredPackage::version).toList();
    }

    @Test
    void whatRunsOrIsUsedIsNotRemoved() throws Exception {
        activate(ONE);
        add(TWO);
        assertRefused("CONFLICT", () -> store.remove(Signed.sum(ONE), "Anna"));
        try (PackageUse _ = store.use(Signed.sum(TWO)); PackageUse _ = store.use(Signed.sum(TWO))) {
            assertRefused("CONFLICT", () -> store.remove(Signed.sum(TWO), "Anna"));
        }
        store.remove(Signed.sum(TWO), "Anna");
        assertThat(versions()).containsExactly("1.0");
        assertRefused("NOT_FOUND", () -> store.use(Signed.sum(TWO)));
        assertRefused("NOT_FOUND", () -> store.remove(Signed.sum(TWO), "Anna"));
    }

    @Test
    void aWrongClockChangesNothingButTimes() throws Exception {
        var now = new AtomicReference<>(Instant.parse("2040-01-01T00:00:00Z"));
        store = FlowStore.open(root,
                StoreOptions.of(Signed.TRUSTED, PackageLimits.DEFAULT).withClock(now::get).withKeep(2));
        activate(ONE);
        now.set(Instant.parse("1999-01-01T00:00:00Z"));
        activate(TWO);
        now.set(Instant.EPOCH);
        activate(THREE);

        assertThat(versions()).containsExactly("3.0", "2.0");
        assertThat(store.state().generation()).isEqualTo(3);
        assertThat(store.previous("shop")).isEqualTo(Signed.sum(TWO));
    }

    @Test
    void aPackageWhoseKeyLostItsTrustIsNotActivated() throws Exception {
        var trusted = new AtomicReference<>(Signed.TRUSTED);
        StoreOptions usual = StoreOptions.of(Signed.TRUSTED, PackageLimits.DEFAULT);
        store = FlowStore.open(root, new StoreOptions(trusted::get, usual.limits(), 5, usual.clock()));
        add(ONE);
        trusted.set(new TrustedSigners(List.of()));

        assertRefused("SIGNER", () -> store.activate(List.of(Signed.sum(ONE)), "Anna", null));
    }

    @Test
    void aPackageThatTheDiskDamagedIsNotActivated() throws Exception {
        add(ONE);
        Files.writeString(store.project(Signed.sum(ONE)).resolve("flows/main.flow.json"), "{ }\n");

        assertRefused("CONTENT", () -> store.activate(List.of(Signed.sum(ONE)), "Anna", null));
    }

    @Test
    void aDamagedStateIsReportedAndNotTakenForAnEmptyOne() throws Exception {
        activate(ONE);
        Files.writeString(root.resolve("active.json"), "{");

        assertRefused("UNAVAILABLE", store::state);
        assertRefused("UNAVAILABLE", () -> activate(TWO));
    }

    @Test
    void linesOfTheHistoryThatSomebodyEditedDoNotHideTheOthers() throws Exception {
        activate(ONE);
        Files.writeString(root.resolve("history.jsonl"),
                "# a remark\n" + Files.readString(root.resolve("history.jsonl")));
        activate(TWO);

        assertThat(store.history()).hasSize(2);
        assertThat(Files.readString(root.resolve("history.jsonl"))).startsWith("# a remark\n");
    }

    @Test
    void whatIsRenamedIntoTheIncomingFolderIsTakenAndAnswered() throws Exception {
        Path incoming = root.resolve("incoming");
        Files.write(incoming.resolve("a.ivrea"), ONE);
        Files.write(incoming.resolve("b.ivrea"), Arrays.copyOf(ONE, 100));
        Files.write(incoming.resolve("c.ivrea.part"), TWO);

        assertThat(store.takeIncoming(true)).hasSize(2);

        assertThat(store.state().active("shop")).isEqualTo(Signed.sum(ONE));
        assertThat(incoming.resolve("a.ivrea.result.json")).content().contains("\"ok\": true", Signed.sum(ONE));
        assertThat(incoming.resolve("b.ivrea.result.json")).content().contains("\"ok\": false", "TRUNCATED");
        assertThat(incoming.resolve("a.ivrea")).doesNotExist();
        assertThat(incoming.resolve("b.ivrea.refused")).exists();
        assertThat(incoming.resolve("c.ivrea.part")).exists();
        assertThat(store.takeIncoming(true)).isEmpty();
    }
}
