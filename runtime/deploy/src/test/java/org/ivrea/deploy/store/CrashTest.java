package org.ivrea.deploy.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ivrea.deploy.store.FaultyDisk.Died;
import org.ivrea.deploy.store.FaultyDisk.Fault;
import org.ivrea.flow.pack.PackageLimits;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The process dies, the power fails or the disk is full at each single step of everything that a store does.
class CrashTest {
    private static final int MORE_STEPS_THAN_ANYTHING_TAKES = 200;
    private static final byte[] FIRST = Signed.pack("shop", "1.0");
    private static final byte[] SECOND = Signed.pack("shop", "2.0");
    private static final byte[] OTHER = Signed.pack("bank", "1.0");
    private static final StoreOptions OPTIONS = StoreOptions.of(Signed.TRUSTED,
            PackageLimits.DEFAULT);

    @TempDir private Path folder;

    private interface Doing {
        void with(FlowStore store) throws StoreFailure;
    }

    private interface Preparing {
        void with(FlowStore store) throws StoreFailure;
    }

    /// All that one can see of a store from outside.
    private record Seen(StoreState state, List<String> packages, List<HistoryEntry> history) {
        static Seen of(FlowStore store) throws StoreFailure {
            return new Seen(store.state(), store.list().stream().map(StoredPackage::sha256).sorted().toList(),
                    store.history());
        }

        /// Without times, which differ from run to run.
        private Seen timeless() {
            var projects = new TreeMap<String, StoreState.Active>();
            state.projects().forEach((name, active) -> projects.put(name, new StoreState.Active(active.sha256(),
                    Instant.EPOCH, active.by(), active.newest())));
            var retired = new TreeMap<String, StoreState.Retired>();
            state.retired().forEach((name, gone) -> retired.put(name, new StoreState.Retired(gone.last(),
                    Instant.EPOCH, gone.by(), gone.newest())));
            return new Seen(new StoreState(state.generation(), projects, retired), packages,
                    history.stream().map(entry -> new HistoryEntry(entry.generation(), Instant.EPOCH,
                            entry.by(), entry.action(), entry.project(), entry.from(), entry.to(), entry.version()))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anUploadIsThereOrNot(Fault fault) throws Exception {
        everyStep(fault, store -> add(store, FIRST), store -> add(store, SECOND));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anActivationOfSeveralProjectsIsMadeOrNot(Fault fault) throws Exception {
        everyStep(fault, store -> {
            add(store, FIRST);
            store.activate(List.of(Signed.sum(FIRST)), "Anna", null);
            add(store, SECOND);
            add(store, OTHER);
        }, store -> store.activate(List.of(Signed.sum(SECOND), Signed.sum(OTHER)), "Anna", null));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aRollbackIsMadeOrNot(Fault fault) throws Exception {
        everyStep(fault, store -> {
            add(store, FIRST);
            add(store, SECOND);
            store.activate(List.of(Signed.sum(FIRST)), "Anna", null);
            store.activate(List.of(Signed.sum(SECOND)), "Anna", null);
        }, store -> store.rollback("shop", null, "Anna", null));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aDeactivationIsMadeOrNot(Fault fault) throws Exception {
        everyStep(fault, store -> {
            add(store, FIRST);
            add(store, OTHER);
            store.activate(List.of(Signed.sum(FIRST), Signed.sum(OTHER)), "Anna", null);
        }, store -> store.deactivate("shop", "Anna", null));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whatWasDeactivatedRunsAgainOrNot(Fault fault) throws Exception {
        everyStep(fault, store -> {
            add(store, FIRST);
            store.activate(List.of(Signed.sum(FIRST)), "Anna", null);
            store.deactivate("shop", "Anna", null);
        }, store -> store.rollback("shop", null, "Anna", null));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "POWER_CUT")
    void aPackageIsRemovedOrNot(Fault fault) throws Exception {
        for (int step = 1; step < MORE_STEPS_THAN_ANYTHING_TAKES; step++) {
            Path root = Files.createDirectory(folder.resolve("remove" + step));
            add(open(root), FIRST);
            var disk = new FaultyDisk(root, fault, step);
            boolean done = attempt(root, disk, store -> store.remove(Signed.sum(FIRST), "Anna"));
            FlowStore after = open(root);
            assertThat(after.list()).hasSizeLessThanOrEqualTo(done ? 0 : 1);
            if (!after.list().isEmpty()) {
                after.activate(List.of(Signed.sum(FIRST)), "Anna", null);
            }
            assertNothingIsLeftOver(root);
            if (!disk.happened()) {
                return;
            }
        }
        throw new AssertionError("it takes more steps than were tried");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theFirstOpeningSucceedsOrCanBeRepeated(Fault fault) throws Exception {
        everyStep(fault, _ -> {}, _ -> {});
    }

    /// Opens a prepared store and does something, with the fault at the first step, the second… until it comes too
    /// late; each time the store must then be as before or as after, and work.
    private void everyStep(Fault fault, Preparing preparing, Doing doing) throws Exception {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        FlowStore faultless = open(plain);
        preparing.with(faultless);
        Seen old = Seen.of(faultless).timeless();
        doing.with(faultless);
        Seen wanted = Seen.of(faultless).timeless();

        for (int step = 1; step < MORE_STEPS_THAN_ANYTHING_TAKES; step++) {
            Path root = Files.createDirectory(folder.resolve("run" + step));
            preparing.with(open(root));
            var disk = new FaultyDisk(root, fault, step);
            boolean done = attempt(root, disk, doing);
            disk.lose(root);

            FlowStore after = open(root);
            Seen seen = Seen.of(after).timeless();
            assertThat(seen).as("%s at step %d", fault, step).isIn(done ? List.of(wanted) : List.of(old, wanted));
            assertNothingIsLeftOver(root);
            for (StoredPackage stored : after.list()) {
                assertThat(after.project(stored.sha256()).resolve("prompts/en/hello.wav")).hasSize(120_000);
                assertThat(Signed.sum(after.open(stored.sha256()).readAllBytes())).isEqualTo(stored.sha256());
            }
            if (seen.equals(old)) {
                doing.with(after);
            }
            assertThat(Seen.of(after).timeless()).as("%s at step %d, and once more", fault, step).isEqualTo(wanted);
            if (!disk.happened()) {
                return;
            }
        }
        throw new AssertionError("it takes more steps than were tried");
    }

    /// @return whether whoever asked was told that it was done
    private static boolean attempt(Path root, FaultyDisk disk, Doing doing) {
        try {
            doing.with(FlowStore.open(root, OPTIONS, disk));
            return true;
        } catch (Died _) {
            return false;
        } catch (StoreFailure e) {
            assertThat(e.code()).isEqualTo("NO_SPACE");
            assertThat(e).hasMessageContaining("is full");
            return false;
        }
    }

    private static void assertNothingIsLeftOver(Path root) throws IOException {
        try (Stream<Path> left = Files.list(root.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    private static FlowStore open(Path root) throws StoreFailure {
        return FlowStore.open(root, OPTIONS);
    }

    private static void add(FlowStore store, byte[] bytes) throws StoreFailure {
        store.add(new ByteArrayInputStream(bytes), Signed.sum(bytes), "Anna");
    }
}
