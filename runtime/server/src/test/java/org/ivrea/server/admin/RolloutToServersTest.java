package org.ivrea.server.admin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.deploy.remote.ApiClient;
import org.ivrea.deploy.remote.FileHash;
import org.ivrea.deploy.remote.HistoryEntry;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.Target.ServerTarget;
import org.ivrea.deploy.remote.Targets;
import org.ivrea.deploy.rollout.Rollout;
import org.ivrea.deploy.rollout.RolloutMode;
import org.ivrea.deploy.rollout.RolloutPlan;
import org.ivrea.deploy.rollout.RolloutResult;
import org.ivrea.deploy.rollout.TargetResult;
import org.ivrea.deploy.rollout.TargetResult.Outcome;
import org.ivrea.server.token.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// What designer and command line do to deploy, against whole servers.
class RolloutToServersTest {
    @TempDir private Path folder;
    private TestServer one;
    private TestServer two;

    @BeforeEach
    void start() throws IOException {
        one = new TestServer(Files.createDirectory(folder.resolve("one")));
        two = new TestServer(Files.createDirectory(folder.resolve("two")));
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void aVersionGoesToAllServersAndBack() throws Exception {
        assertThat(rollOut(TestPackage.of("shop", "1.0"), "1.0", target(one), target(two)).isSuccess()).isTrue();
        RolloutResult second = rollOut(TestPackage.of("shop", "2.0"), "2.0", target(one), target(two));
        assertThat(second.targets()).extracting(TargetResult::message)
                .containsOnly("New calls run 2.0 in place of 1.0");

        try (ApiClient client = new ApiClient(target(one))) {
            assertThat(client.server().name()).isEqualTo("test");
            client.rollback("shop", null, client.inventory().generation());
            assertThat(client.inventory().active("shop")).extracting(PackageInfo::version).isEqualTo("1.0");
            assertThat(client.history("shop")).extracting(HistoryEntry::action).containsExactly("rollback",
                    "activate", "activate");
            assertThat(client.calls()).isEmpty();
            Path copy = folder.resolve("copy");
            client.download(second.plan().sha256(), copy);
            assertThat(copy).hasBinaryContent(TestPackage.of("shop", "2.0"));
        }
    }

    @Test
    void aServerThatIsDownKeepsTheOthersAsTheyAre() throws Exception {
        ServerTarget down = target(two);
        two.close();

        RolloutResult result = rollOut(TestPackage.of("shop", "1.0"), "1.0", target(one), down);

        assertThat(result.targets()).extracting(TargetResult::outcome).containsExactly(Outcome.LEFT, Outcome.FAILED);
        try (ApiClient client = new ApiClient(target(one))) {
            assertThat(client.inventory().active("shop")).isNull();
        }
    }

    @Test
    void aNameThatTheServerDoesNotKnowStopsIt() throws Exception {
        byte[] needy = TestPackage.of("shop", "1.0",
                "\"wait\": { \"type\": \"queue\", \"queue\": \"sales\", \"exits\": {} },", TestPackage.KEY);

        RolloutResult result = rollOut(needy, "1.0", target(one));

        assertThat(result.targets().getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.targets().getFirst().message()).contains("queue sales");
    }

    @Test
    void strangersAndViewersAreTurnedAway() throws Exception {
        RolloutResult stranger = rollOut(TestPackage.of("shop", "1.0", "", TestPackage.STRANGER), "1.0", target(one));
        assertThat(stranger.targets().getFirst().failure()).isNotNull().extracting(RemoteFailure::code)
                .isEqualTo("signer");
        ServerTarget viewer = new ServerTarget("one", uri(one), () -> one.token(Role.VIEWER), null);
        RolloutResult viewed = rollOut(TestPackage.of("shop", "1.0"), "1.0", viewer);
        assertThat(viewed.targets().getFirst().failure()).isNotNull().extracting(RemoteFailure::kind)
                .isEqualTo(RemoteFailure.Kind.FORBIDDEN);
        ServerTarget nobody = new ServerTarget("one", uri(one), () -> "wrong", null);
        assertThat(catchThrowableOfType(RemoteFailure.class, () -> new ApiClient(nobody).server()).kind())
                .isEqualTo(RemoteFailure.Kind.UNAUTHORIZED);
    }

    private RolloutResult rollOut(byte[] pack, String version, Target... targets) throws IOException {
        Path file = Files.write(folder.resolve("package.ivrea"), pack);
        return new Rollout(new RolloutPlan(file, FileHash.of(file), "shop", version, List.of(targets),
                RolloutMode.ALL_OR_NOTHING, false, 4), Targets.real(List.of(), "anna"), _ -> {}).run();
    }

    private static URI uri(TestServer server) {
        return URI.create("http://127.0.0.1:" + server.running.port());
    }

    private static ServerTarget target(TestServer server) {
        return new ServerTarget("server", uri(server), () -> server.token(Role.DEPLOYER), null);
    }
}
