package org.ivrea.designer.window;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/// The panels below the canvas. What one shows is made when it comes to the front for the first time, but not before
/// [#begin].
final class BottomPanels extends TabPane {
    private boolean begun;

    BottomPanels() {
        setId("bottom-panels");
        getStyleClass().add("bottom-panels");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setMinSize(0, 0);
    }

    /// @param id such as `problems`
    void add(String id, String title, Supplier<? extends Node> content) {
        getTabs().add(new Panel(id, title, content));
    }

    /// Makes what the panel in front shows, and what others will.
    void begin() {
        begun = true;
        if (getSelectionModel().getSelectedItem() instanceof Panel front) {
            front.fill();
        }
    }

    void title(String id, String title) {
        Tab tab = find(id);
        if (tab != null) {
            tab.setText(title);
        }
    }

    boolean has(String id) {
        return find(id) != null;
    }

    boolean isFront(String id) {
        return getSelectionModel().getSelectedItem() == find(id);
    }

    /// @return what it shows
    @Nullable
    Node show(String id) {
        Tab tab = find(id);
        if (tab == null) {
            return null;
        }
        getSelectionModel().select(tab);
        begin();
        return tab.getContent();
    }

    private @Nullable Tab find(String id) {
        return getTabs().stream().filter(tab -> ("panel-" + id).equals(tab.getId())).findFirst().orElse(null);
    }

    private final class Panel extends Tab {
        private final Supplier<? extends Node> content;

        Panel(String id, String title, Supplier<? extends Node> content) {
            super(title);
            this.content = content;
            setId("panel-" + id);
            selectedProperty().subscribe(_ -> fill());
        }

        void fill() {
            if (begun && isSelected() && getContent() == null) {
                setContent(content.get());
            }
        }
    }
}
