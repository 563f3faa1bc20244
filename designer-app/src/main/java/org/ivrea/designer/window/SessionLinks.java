package org.ivrea.designer.window;

import java.util.Set;
import javafx.scene.input.KeyCombination;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.canvas.CanvasContext;
import org.ivrea.designer.canvas.view.ViewOptions;
import org.ivrea.designer.edit.BoxSizes;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.inspector.InspectorContext;
import org.ivrea.designer.prompts.PromptsContext;
import org.ivrea.designer.prompts.PromptsView;
import org.ivrea.designer.settings.Preferences;
import org.ivrea.designer.simulation.Breakpoint;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Leads from one part of a session to another, so that the parts need not know each other.
final class SessionLinks implements CanvasContext, InspectorContext, PromptsContext {
    private final ProjectSession session;
    private final SessionFrame frame;
    private final AudioPlayer player;
    private final SpeechSynthesizer voice;
    private final Tidying tidying;

    SessionLinks(ProjectSession session, SessionFrame frame, AudioPlayer player, SpeechSynthesizer voice,
            Tidying tidying) {
        this.session = session;
        this.frame = frame;
        this.player = player;
        this.voice = voice;
        this.tidying = tidying;
    }

    @Override
    public Workspace workspace() {
        return session.workspace();
    }

    @Override
    public NodeRegistry registry() {
        return session.workspace().registry();
    }

    @Override
    public AudioPlayer player() {
        return player;
    }

    @Override
    public SpeechSynthesizer voice() {
        return voice;
    }

    @Override
    public ViewOptions options() {
        Preferences likes = frame.preferences();
        return new ViewOptions(likes.grid(), likes.snap(), likes.minimap(), likes.animations());
    }

    @Override
    public void openFlow(String flow) {
        session.openFlow(flow);
    }

    @Override
    public void editFields(String nodeId) {
        session.focusField(JsonPointer.ROOT.child("nodes").child(nodeId));
    }

    @Override
    public void reveal(String nodeId) {
        session.canvas().ifPresent(canvas -> session.reveal(canvas.editor().flow(), nodeId, null));
    }

    @Override
    public void reveal(String flow, String nodeId) {
        session.reveal(flow, nodeId, null);
    }

    @Override
    public void openPrompt(String file) {
        if (session.showPanel("prompts") instanceof PromptsView prompts) {
            prompts.reveal(file);
        }
    }

    @Override
    public void openHelp(String nodeType, @Nullable String field) {
        frame.openHelp(nodeType, field);
    }

    @Override
    public void extract(Set<String> nodes, BoxSizes sizes) {
        session.canvas().ifPresent(canvas -> new Extracting(session.workspace(), frame)
                .run(canvas.editor().flow(), nodes, sizes));
    }

    @Override
    public void run(String command) {
        frame.run(command);
    }

    @Override
    public void toggleBreakpoint(String nodeId) {
        session.canvas().ifPresent(canvas -> session.calls()
                .toggle(Breakpoint.onNode(canvas.editor().flow(), nodeId)));
    }

    @Override
    public void toggleBreakpoint(ExitRef exit) {
        session.canvas().ifPresent(canvas -> session.calls()
                .toggle(Breakpoint.onExit(canvas.editor().flow(), exit.node(), exit.exit())));
    }

    @Override
    public void editBreakpoint(String nodeId, @Nullable String exit) {
        session.canvas().ifPresent(canvas -> session.calls()
                .editCondition(new Breakpoint(canvas.editor().flow(), nodeId, exit, "", true)));
    }

    @Override
    public void tidy(Selection selection) {
        session.canvas().ifPresent(canvas -> tidying.run(canvas, selection));
    }

    @Override
    public @Nullable KeyCombination keys(String action) {
        return frame.keys(action);
    }

    @Override
    public void status(String text) {
        frame.status(text);
    }
}
