package org.ivrea.designer.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;

/// The node types by group, with a search. One is added by dragging it to the canvas, by a double click or by Enter.
public final class PaletteView extends VBox {
    private static final Messages TEXTS = Messages.of(PaletteView.class);

    private final NodeRegistry registry;
    private final NodeDrop drop;
    private final TextField search = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final List<PaletteItem> shown = new ArrayList<>();

    public PaletteView(NodeRegistry registry, NodeDrop drop) {
        this.registry = registry;
        this.drop = drop;
        getStyleClass().add("palette");
        setId("palette");
        search.setId("palette-search");
        search.setPromptText(TEXTS.get("search"));
        search.setAccessibleText(TEXTS.get("search.name"));
        var key = new Label("/");
        key.getStyleClass().add("ivrea-key");
        key.setMouseTransparent(true);
        key.visibleProperty().bind(search.focusedProperty().not().and(search.textProperty().isEmpty()));
        var field = new StackPane(search, key);
        field.getStyleClass().add("palette-search");
        list.getStyleClass().add("palette-list");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(TEXTS.get("list"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(field, scroll);
        search.textProperty().subscribe(this::show);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
    }

    /// Lets the person type what they look for.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void show(String query) {
        list.getChildren().clear();
        shown.clear();
        for (NodeGroup group : NodeGroup.values()) {
            List<NodeSpec> found = registry.specs().stream()
                    .filter(spec -> spec.group() == group && matches(spec, query)).toList();
            if (!found.isEmpty()) {
                var heading = new Label(TEXTS.get("group." + group));
                heading.getStyleClass().add("palette-group");
                list.getChildren().add(heading);
                for (NodeSpec spec : found) {
                    var item = new PaletteItem(spec, drop);
                    shown.add(item);
                    list.getChildren().add(item);
                }
            }
        }
        if (shown.isEmpty()) {
            var nothing = new Label(TEXTS.get("nothing", query.strip()));
            nothing.getStyleClass().addAll("ivrea-muted", "palette-nothing");
            nothing.setWrapText(true);
            list.getChildren().add(nothing);
        }
    }

    /// Every word that is looked for is in the label, the name or the help.
    private static boolean matches(NodeSpec spec, String query) {
        String text = (spec.label() + " " + spec.name() + " " + spec.info().help()).toLowerCase(Locale.ROOT);
        for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !shown.isEmpty()) {
            focus(0);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !shown.isEmpty() && !search.getText().isBlank()) {
            drop.add(best().type());
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    /// The one whose label begins with what was typed, or else the first.
    private PaletteItem best() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        return shown.stream().filter(item -> item.label().toLowerCase(Locale.ROOT).startsWith(wanted)).findFirst()
                .or(() -> shown.stream().filter(item -> item.label().toLowerCase(Locale.ROOT).contains(wanted))
                        .findFirst())
                .orElseGet(shown::getFirst);
    }

    private void listKey(KeyEvent event) {
        int at = shown.indexOf(getScene().getFocusOwner());
        if (at < 0) {
            return;
        }
        switch (event.getCode()) {
            case UP -> {
                if (at == 0) {
                    focusSearch();
                } else {
                    focus(at - 1);
                }
            }
            case DOWN -> focus(at + 1);
            case HOME -> focus(0);
            case END -> focus(shown.size() - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void focus(int index) {
        if (index < shown.size()) {
            PaletteItem item = shown.get(index);
            item.requestFocus();
            Bounds bounds = item.getBoundsInParent();
            double hidden = list.getHeight() - scroll.getViewportBounds().getHeight();
            double top = scroll.getVvalue() * hidden;
            if (hidden > 0 && bounds.getMinY() < top) {
                scroll.setVvalue(index == 0 ? 0 : bounds.getMinY() / hidden);
            } else if (hidden > 0 && bounds.getMaxY() > top + scroll.getViewportBounds().getHeight()) {
                scroll.setVvalue((bounds.getMaxY() - scroll.getViewportBounds().getHeight()) / hidden);
            }
        }
    }
}
