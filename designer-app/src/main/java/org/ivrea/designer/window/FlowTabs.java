package org.ivrea.designer.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.ivrea.designer.canvas.CanvasContext;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.settings.OpenTabs;
import org.ivrea.designer.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/// The open flows of a project.
final class FlowTabs extends TabPane {
    /// So many flows are opened all at once when a project is opened for the first time.
    private static final int FEW = 6;

    private final Workspace workspace;
    private final CanvasContext context;

    /// @param frontChanged runs when another flow, or none, comes to the front
    FlowTabs(Workspace workspace, CanvasContext context, Runnable frontChanged) {
        this.workspace = workspace;
        this.context = context;
        setId("flow-tabs");
        getStyleClass().add("flow-tabs");
        setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
        setTabDragPolicy(TabDragPolicy.REORDER);
        setMinSize(0, 0);
        getSelectionModel().selectedItemProperty().addListener(_ -> {
            // What is shown of the window depends on the drawing: it must be there first.
            front().filter(tab -> tab.shown() == null).ifPresent(FlowTab::fill);
            frontChanged.run();
        });
    }

    /// Opens what was open last, or what a newcomer wants to see.
    void restore(@Nullable OpenTabs last) {
        List<String> known = last == null ? List.of() : last.flows().stream().filter(this::exists).toList();
        if (!known.isEmpty()) {
            known.forEach(this::tab);
            String front = last == null ? null : last.front();
            open(front != null && exists(front) ? front : known.getFirst());
            return;
        }
        String main = workspace.project().settings().main();
        List<String> all = names();
        if (all.size() <= FEW) {
            if (main != null && all.contains(main)) {
                tab(main);
            }
            all.forEach(this::tab);
        }
        if (main != null && exists(main)) {
            open(main);
        } else if (!all.isEmpty()) {
            open(all.getFirst());
        }
    }

    /// All flows of the project, those too that cannot be edited.
    List<String> names() {
        var names = new java.util.TreeSet<>(workspace.editors().keySet());
        names.addAll(workspace.brokenFlows().keySet());
        return List.copyOf(names);
    }

    private boolean exists(String flow) {
        return workspace.editor(flow).isPresent() || workspace.brokenFlows().containsKey(flow);
    }

    /// Brings a flow to the front; its tab is made if there is none.
    ///
    /// @return false when there is no such flow
    boolean open(String flow) {
        if (!exists(flow)) {
            return false;
        }
        getSelectionModel().select(tab(flow));
        focusFront();
        return true;
    }

    private FlowTab tab(String flow) {
        return find(flow).orElseGet(() -> {
            var tab = new FlowTab(flow, workspace, context);
            getTabs().add(tab);
            return tab;
        });
    }

    Optional<FlowTab> find(String flow) {
        return all().stream().filter(tab -> tab.flow().equals(flow)).findFirst();
    }

    List<FlowTab> all() {
        return getTabs().stream().map(FlowTab.class::cast).toList();
    }

    Optional<FlowTab> front() {
        Tab selected = getSelectionModel().getSelectedItem();
        return Optional.ofNullable((FlowTab) selected);
    }

    Optional<FlowCanvas> canvas() {
        return front().flatMap(FlowTab::canvas);
    }

    void close(FlowTab tab) {
        getTabs().remove(tab);
        tab.closeCanvas();
    }

    /// Brings the next tab to the front, or the one before.
    void step(int by) {
        int count = getTabs().size();
        if (count > 0) {
            getSelectionModel().select(Math.floorMod(getSelectionModel().getSelectedIndex() + by, count));
            focusFront();
        }
    }

    /// Keys are for the drawing in front.
    void focusFront() {
        canvas().ifPresent(FlowCanvas::requestFocus);
    }

    OpenTabs open() {
        return new OpenTabs(all().stream().map(FlowTab::flow).toList(), front().map(FlowTab::flow).orElse(null));
    }
}
