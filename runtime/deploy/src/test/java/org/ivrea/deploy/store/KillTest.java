package org.ivrea.deploy.store;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ivrea.flow.pack.PackageLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Two processes change a store, and are killed by the system at whatever they are doing.
class KillTest {
    private static final int ROUNDS = 4;

    @TempDir private Path folder;

    @Test
    void whateverTwoProcessesDoWhenTheyAreKilledTheStoreIsWhole() throws Exception {
        Path root = folder.resolve("store");
        Path keys = Files.writeString(folder.resolve("keys"), Signed.KEY.signer().line());
        List<String> arguments = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-classpath",
                System.getProperty("java.class.path"), StoreWorker.class.getName(), root.toString(), keys.toString()));
        for (int i = 0; i < 6; i++) {
            byte[] bytes = Signed.pack(i % 2 == 0 ? "shop" : "bank", "1." + i);
            arguments.add(Files.write(folder.resolve(i + ".ivrea"), bytes).toString());
        }
        var random = new Random(6);
        long generation = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Process one = new ProcessBuilder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Process two = new ProcessBuilder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (BufferedReader a = one.inputReader(); BufferedReader b = two.inputReader()) {
                assertThat(a.readLine()).isEqualTo("begun");
                assertThat(b.readLine()).isEqualTo("begun");
                awaitGeneration(root, generation + 1 + random.nextInt(20));
            } finally {
                one.destroyForcibly().waitFor();
                two.destroyForcibly().waitFor();
            }
            generation = assertWhole(root, generation);
        }
    }

    /// The store moves on while nobody here does anything.
    private static void awaitGeneration(Path root, long wanted) throws StoreFailure {
        FlowStore reader = FlowStore.open(root, Signed.TRUSTED, PackageLimits.DEFAULT);
        while (reader.state().generation() < wanted) {
            Thread.onSpinWait();
        }
    }

    private static long assertWhole(Path root, long before) throws Exception {
        FlowStore store = FlowStore.open(root, Signed.TRUSTED, PackageLimits.DEFAULT);
        StoreState state = store.state();
        assertThat(state.generation()).isGreaterThan(before);
        for (StoreState.Active active : state.projects().values()) {
            StoredPackage stored = store.find(active.sha256());
            assertThat(stored).isNotNull();
            assertThat(store.project(active.sha256()).resolve("prompts/en/hello.wav")).hasSize(120_000);
        }
        for (StoredPackage stored : store.list()) {
            assertThat(Signed.sum(store.open(stored.sha256()).readAllBytes())).isEqualTo(stored.sha256());
        }
        List<Long> generations = store.history().stream()
                .filter(entry -> entry.action() != HistoryEntry.Action.REMOVE).map(HistoryEntry::generation).toList();
        assertThat(generations).doesNotHaveDuplicates().isSorted().hasSize((int) state.generation());
        try (Stream<Path> left = Files.list(root.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
        return state.generation();
    }
}
