package org.ivrea.designer.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;
import org.jspecify.annotations.Nullable;

/// Finds actions, flows and nodes by a few letters, and runs them. What was run last comes first.
public final class CommandPalette extends VBox {
    private static final Messages TEXTS = Messages.of(CommandPalette.class);
    private static final int MOST = 60;

    private final List<Entry> actions;
    private final Supplier<List<Entry>> places;
    private final List<String> recent;
    private final Consumer<Entry> chosen;
    private final TextField input = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private @Nullable Overlay overlay;

    /// @param places where to go, besides the actions; asked for when something is typed
    /// @param recent ids of actions, the newest first
    /// @param chosen is given what the person chose, after the palette has closed
    public CommandPalette(List<Entry> actions, Supplier<List<Entry>> places, List<String> recent,
            Consumer<Entry> chosen) {
        this.actions = actions;
        this.places = places;
        this.recent = recent;
        this.chosen = chosen;
        getStyleClass().add("command-palette");
        setId("command-palette");
        setMaxSize(620, Region.USE_PREF_SIZE);
        input.setId("command-input");
        input.setPromptText(TEXTS.get("palette.prompt"));
        input.setAccessibleText(TEXTS.get("palette.name"));
        list.setId("command-list");
        list.setCellFactory(_ -> new EntryCell());
        list.setPrefHeight(380);
        list.setFocusTraversable(false);
        var nothing = new Label();
        nothing.getStyleClass().add("ivrea-muted");
        list.setPlaceholder(nothing);
        getChildren().addAll(input, list);
        input.textProperty().subscribe(typed -> {
            list.getItems().setAll(found(typed.strip()));
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
            nothing.setText(TEXTS.get("palette.nothing", typed.strip()));
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(_ -> choose());
    }

    /// @param root of the window
    public void show(StackPane root) {
        overlay = Overlay.show(root, this);
        StackPane.setAlignment(this, javafx.geometry.Pos.TOP_CENTER);
        input.requestFocus();
    }

    private List<Entry> found(String typed) {
        if (typed.isEmpty()) {
            List<Entry> all = new ArrayList<>(actions);
            all.sort(Comparator.comparingInt(this::age));
            return all;
        }
        record Scored(Entry entry, int score) {}
        List<Scored> fitting = new ArrayList<>();
        List<Entry> all = new ArrayList<>(actions);
        all.addAll(places.get());
        for (Entry entry : all) {
            int score = Math.max(Fuzzy.score(typed, entry.text()),
                    Fuzzy.score(typed, entry.detail() + " " + entry.text()) / 2);
            if (score > 0) {
                fitting.add(new Scored(entry, score));
            }
        }
        fitting.sort(Comparator.comparingInt(Scored::score).reversed().thenComparingInt(it -> age(it.entry())));
        return fitting.stream().limit(MOST).map(Scored::entry).toList();
    }

    private int age(Entry entry) {
        int at = entry.id() == null ? -1 : recent.indexOf(entry.id());
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        switch (event.getCode()) {
            case DOWN -> select(at == last ? 0 : at + 1);
            case UP -> select(at <= 0 ? last : at - 1);
            case PAGE_DOWN -> select(Math.min(last, at + 8));
            case PAGE_UP -> select(Math.max(0, at - 8));
            case ENTER -> choose();
            default -> {
                if (event.getCode() == KeyCode.TAB) {
                    event.consume();
                }
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 4));
    }

    private void choose() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && overlay != null) {
            overlay.close();
            chosen.accept(entry);
        }
    }

    private static final class EntryCell extends ListCell<Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var text = new Label(entry.text());
            var detail = new Label(entry.detail());
            detail.getStyleClass().addAll("ivrea-muted", "ivrea-small");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var icon = new StackPane();
            icon.setMinWidth(20);
            if (entry.icon() != null) {
                icon.getChildren().add(Icons.of(entry.icon(), 14));
            }
            var line = new HBox(8, icon, text, gap, detail);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            if (!entry.keys().isEmpty()) {
                var keys = new Label(entry.keys());
                keys.getStyleClass().add("ivrea-key");
                keys.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(keys);
            }
            setGraphic(line);
            setAccessibleText(entry.text() + " " + entry.keys());
        }
    }
}
