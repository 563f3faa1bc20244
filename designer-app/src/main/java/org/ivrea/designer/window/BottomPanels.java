package org.ivrea.designer.window;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/// The panels below the canvas. What one shows is made when it comes to the front for the first time.
final class BottomPanels extends TabPane {

    /// @param opened runs when a panel is asked for, so that the window makes room
    BottomPanels() {
        setId("bottom-panels");
        getStyleClass().add("bottom-panels");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setMinSize(0, 0);
    }

    /// @param id such as `problems`
    void add(String id, String title, Supplier<? extends Node> content) {
        var tab = new Tab(title);
        tab.setId("panel-" + id);
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
        getTabs().add(tab);
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
        return tab.getContent();
    }

    private @Nullable Tab find(String id) {
        return getTabs().stream().filter(tab -> ("panel-" + id).equals(tab.getId())).findFirst().orElse(null);
    }
}
