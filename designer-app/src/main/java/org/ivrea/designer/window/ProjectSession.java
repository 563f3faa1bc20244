package org.ivrea.designer.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.FlowState;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.edit.Undoable;
import org.ivrea.designer.find.FindView;
import org.ivrea.designer.history.HistoryView;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.InspectorView;
import org.ivrea.designer.palette.PaletteView;
import org.ivrea.designer.problems.ProblemsView;
import org.ivrea.designer.prompts.PromptsView;
import org.ivrea.designer.settings.OpenTabs;
import org.ivrea.designer.settings.PanelPlaces;
import org.ivrea.designer.theme.Theme;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.designer.workspace.FlowFiles;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// An open project in the window: its parts, and how they know of each other.
final class ProjectSession {
    private static final Messages TEXTS = Messages.of(ProjectSession.class);

    private final Workspace workspace;
    private final SessionFrame frame;
    private final SessionLinks links;
    private final FlowTabs tabs;
    private final LatePanel<InspectorView> inspector;
    private final LatePanel<PaletteView> palette;
    private final HistoryView history = new HistoryView();
    private final BottomPanels bottom = new BottomPanels();
    private final LatePanel<BottomPanels> below = new LatePanel<>(() -> bottom);
    private final Notices notices = new Notices(this::focusFront);
    private final CallParts calls;
    private final PanelLayout layout;
    private final FlowEditor.Listener follower = this::flowChanged;
    private @Nullable FlowEditor followed;
    private boolean settingsEditedLast;
    private boolean closed;

    /// @param frame the window around it
    ProjectSession(Workspace workspace, SessionFrame frame, AudioPlayer player, SpeechSynthesizer voice,
            BackgroundWork background, PanelPlaces places, @Nullable OpenTabs open) {
        this.workspace = workspace;
        this.frame = frame;
        this.links = new SessionLinks(this, frame, player, voice, new Tidying(background, frame));
        this.tabs = new FlowTabs(workspace, links, this::frontChanged);
        this.inspector = new LatePanel<>(() -> new InspectorView(links));
        this.calls = new CallParts(this, player, voice, inspector);
        this.palette = new LatePanel<>(() -> new PaletteView(workspace.registry(), new FrontCanvasDrop(tabs)));
        bottom.add("problems", TEXTS.get("panel.problems"), () -> new ProblemsView(workspace, this::goTo));
        bottom.add("prompts", TEXTS.get("panel.prompts"), () -> new PromptsView(links));
        bottom.add("find", TEXTS.get("panel.find"), () -> new FindView(workspace,
                match -> reveal(match.flow(), match.node(), match.pointer())));
        bottom.add("history", TEXTS.get("panel.history"), () -> history);
        bottom.getSelectionModel().selectedItemProperty().addListener(_ -> showHistory());
        calls.addTo(bottom);
        var flows = new VBox(notices, tabs);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        flows.setMinSize(0, 0);
        this.layout = new PanelLayout(palette, flows, below, calls.side(), places);
        workspace.addAnalysisListener(this::analysed);
        workspace.addListener(new SessionNews(this, notices));
        workspace.settings().addListener((before, after) -> {
            settingsEditedLast |= before != after;
            showHistory();
            frame.refresh();
        });
        calls.begin();
        tabs.restore(open);
        analysed(workspace.analysis());
        afterDrawing(workspace::analyse);
        afterDrawing(Theme::loadAllFonts);
        afterDrawing(palette::get);
        afterDrawing(this::openInspector);
        afterDrawing(() -> below.get().begin());
    }

    private void afterDrawing(Runnable piece) {
        frame.afterDrawing(() -> {
            if (!closed) {
                piece.run();
            }
        });
    }

    private void focusFront() {
        tabs.focusFront();
    }

    Workspace workspace() {
        return workspace;
    }

    FlowTabs tabs() {
        return tabs;
    }

    PanelLayout layout() {
        return layout;
    }

    BottomPanels bottom() {
        return bottom;
    }

    PanelRing panels() {
        return new PanelRing(List.of(palette, tabs, calls.side(), bottom), tabs);
    }

    CallParts calls() {
        return calls;
    }

    PaletteView palette() {
        return palette.get();
    }

    SessionFrame frame() {
        return frame;
    }

    /// The editor of the flow in front, if it can be edited.
    Optional<FlowEditor> editor() {
        return tabs.front().flatMap(tab -> workspace.editor(tab.flow()));
    }

    private void frontChanged() {
        FlowEditor front = editor().orElse(null);
        if (front != followed) {
            if (followed != null) {
                followed.removeListener(follower);
            }
            followed = front;
            if (front != null) {
                front.addListener(follower);
            }
        }
        showHistory();
        showInInspector();
        calls.showInDrawings();
        frame.refresh();
    }

    private void flowChanged(FlowState before, FlowState after) {
        if (before.document() != after.document()) {
            settingsEditedLast = false;
        }
        if (before.selection() != after.selection() && !after.selection().isEmpty()) {
            calls.selected();
        }
        tabs.front().ifPresent(FlowTab::refresh);
        showHistory();
        showInInspector();
        frame.refresh();
    }

    private void showInInspector() {
        FlowEditor front = followed;
        inspector.made().ifPresent(it -> {
            if (front == null) {
                it.showNothing();
            } else {
                it.show(front, front.selection(), workspace.analysis());
            }
        });
    }

    private InspectorView openInspector() {
        InspectorView made = inspector.get();
        showInInspector();
        return made;
    }

    /// What undo is about: the flow in front, or the settings when they were edited last.
    Optional<Undoable> undoable() {
        return settingsEditedLast ? Optional.of(workspace.settings()) : editor().map(Undoable.class::cast);
    }

    /// The person changed what they like.
    void preferencesChanged() {
        tabs.all().forEach(tab -> tab.canvas().ifPresent(canvas -> canvas.use(links.options())));
    }

    private void showHistory() {
        if (bottom.isFront("history")) {
            history.show(undoable().orElse(null), settingsEditedLast
                    ? TEXTS.get("panel.history.settings")
                    : editor().map(FlowEditor::flow).orElse(""));
        }
    }

    private void analysed(Analysis analysis) {
        tabs.all().forEach(FlowTab::refresh);
        long count = analysis.problems().size();
        bottom.title("problems",
                count == 0 ? TEXTS.get("panel.problems") : TEXTS.get("panel.problems.count", count));
        showInInspector();
        frame.refresh();
    }

    /// Flows came or went, or can be saved no longer.
    void flowsChanged() {
        tabs.all().forEach(tab -> {
            if (tab.isSelected()) {
                tab.fill();
            }
            tab.refresh();
        });
        frontChanged();
    }

    void openFlow(String flow) {
        tabs.open(flow);
    }

    /// Brings a node to the front, and the editor of a field.
    ///
    /// @param field `null` for none
    void reveal(String flow, @Nullable String nodeId, @Nullable JsonPointer field) {
        if (!tabs.open(flow) || nodeId == null) {
            return;
        }
        editor().ifPresent(editor -> {
            if (editor.document().node(nodeId) != null) {
                editor.select(Selection.ofNode(nodeId));
                tabs.canvas().ifPresent(canvas -> canvas.reveal(nodeId));
                if (field != null) {
                    focusField(field);
                }
            }
        });
    }

    void goTo(Problem problem) {
        String flow = FlowFiles.flowOf(problem.file());
        if (flow != null) {
            reveal(flow, problem.nodeId(), problem.pointer());
        }
    }

    void focusField(JsonPointer field) {
        if (!layout.isInspectorOpen()) {
            layout.showInspector(true);
        }
        calls.showPhone(false);
        openInspector().focusField(field);
    }

    /// Opens a panel below the canvas.
    ///
    /// @return what it shows; `null` when there is no such panel
    @Nullable
    Node showPanel(String id) {
        if (!layout.isBottomOpen()) {
            layout.showBottom(true);
        }
        return below.get().show(id);
    }

    Optional<FlowCanvas> canvas() {
        return tabs.canvas();
    }

    void close() {
        closed = true;
        calls.close();
        tabs.all().forEach(FlowTab::closeCanvas);
        workspace.close();
    }
}
