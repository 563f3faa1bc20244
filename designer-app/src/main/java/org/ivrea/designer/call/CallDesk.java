package org.ivrea.designer.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.simulation.CallOverlay;
import org.ivrea.designer.simulation.Journey;
import org.ivrea.designer.simulation.Journey.Place;
import org.ivrea.designer.simulation.Replay;
import org.ivrea.designer.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/// Everything about calls in one project's window: the call, the tests, a replay, and what they show in the drawings.
/// Used by the user interface's thread.
public final class CallDesk implements AutoCloseable {
    private final CallModel calls;
    private final TestsModel tests;
    private final ReplayModel replays;
    private final Listeners overlayListeners = new Listeners();

    /// @param ui runs what belongs on the thread of the user interface
    public CallDesk(Workspace workspace, AudioPlayer player, SpeechSynthesizer voice, Executor ui) {
        calls = new CallModel(workspace, new CallSound(player, voice, () -> workspace.project().prompts()), ui);
        tests = new TestsModel(workspace, ui);
        replays = new ReplayModel(calls::label, ui);
        calls.addListener(overlayListeners::tell);
        calls.addSettingsListener(overlayListeners::tell);
        tests.addListener(overlayListeners::tell);
        replays.addListener(overlayListeners::tell);
    }

    public CallModel calls() {
        return calls;
    }

    public TestsModel tests() {
        return tests;
    }

    public ReplayModel replays() {
        return replays;
    }

    /// Told whenever drawings are to show something else.
    public void addOverlayListener(Runnable listener) {
        overlayListeners.add(listener);
    }

    /// What drawings show now: a replay that is open, else the call, the tests' coverage and the breakpoints.
    public CallOverlay overlay() {
        Replay replay = replays.replay();
        Journey journey = replay == null ? calls.journey() : replay.journey();
        Map<String, Set<ExitRef>> taken = new HashMap<>();
        for (String flow : calls.workspace().project().flows().keySet()) {
            Set<ExitRef> ofFlow = journey.taken(flow);
            if (!ofFlow.isEmpty()) {
                taken.put(flow, Set.copyOf(ofFlow));
            }
        }
        return new CallOverlay(journey.current() == null ? java.util.List.of() : journey.stack(), taken,
                journey.last(), calls.breakpoints(), tests.coverage(), tests.showsCoverage());
    }

    /// Where the call, or the replay, is; `null` when it is nowhere. A window opens the flow's tab.
    public @Nullable Place place() {
        Replay replay = replays.replay();
        return (replay == null ? calls.journey() : replay.journey()).current();
    }

    @Override
    public void close() {
        calls.close();
        tests.close();
    }
}
